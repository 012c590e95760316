package dev.nacre.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.processor.source.Ecj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiler of Eclipse is given byte for byte what javac is given, or a refusal: never another network. */
class EcjOutputTest {
    private static final Path STACK = Path.of("src/test/resources/golden/stack");

    @TempDir
    private Path folder;

    static Stream<Path> cases() throws IOException {
        return GoldenTest.cases().filter(golden -> !golden.equals(STACK));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void generatesWhatJavacDoes(Path golden) throws IOException {
        Ecj ecj = new Ecj(folder);
        Path generated = ecj.generate(NacreProcessor.class, files(golden, ".java"));
        assertEquals("", ecj.output());
        assertEquals(texts(files(golden, ".java.golden")), texts(files(generated, ".java")));
    }

    /** Which of several annotations of one kind comes when is not to be had from it. */
    @Test
    void refusesRepeatedLayers() throws IOException {
        Ecj ecj = new Ecj(folder);
        Path generated = ecj.generate(NacreProcessor.class, files(STACK, ".java"));
        List<String> errors = ecj.errors();
        assertEquals(1, errors.size(), ecj.output());
        assertEquals(
                "cannot tell the order of repeated layers with this compiler; give each block its own method",
                errors.get(0).replaceFirst("\\d+ ", ""));
        assertEquals(List.of(), files(generated, ".java"));
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    /** @return the texts by the names of their classes' files */
    private static TreeMap<String, String> texts(List<Path> files) throws IOException {
        TreeMap<String, String> texts = new TreeMap<>();
        for (Path file : files) {
            texts.put(file.getFileName().toString().replace(".golden", ""), Files.readString(file));
        }
        return texts;
    }
}
