package dev.nacre.optimizer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tables that {@code reference.py} computed with PyTorch: a name and numbers per line. */
final class Reference {
    private Reference() {}

    static Map<String, double[]> table(String name) {
        Map<String, double[]> table = new LinkedHashMap<>();
        try {
            Path file =
                    Path.of(Reference.class.getResource("/reference/" + name).toURI());
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split("\t", -1);
                table.put(
                        cells[0],
                        Arrays.stream(cells)
                                .skip(1)
                                .mapToDouble(Double::parseDouble)
                                .toArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return table;
    }
}
