package dev.nacre.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class IrisExampleTest {
    @Test
    void theShippedFlowersAreFishers() {
        List<IrisExample.Known> flowers = IrisExample.read(Path.of("data/iris/iris.csv"));
        assertEquals(150, flowers.size());
        assertMeans(flowers, Species.SETOSA, 5.006, 3.428, 1.462, 0.246);
        assertMeans(flowers, Species.VERSICOLOR, 5.936, 2.770, 4.260, 1.326);
        assertMeans(flowers, Species.VIRGINICA, 6.588, 2.974, 5.552, 2.026);
    }

    private static void assertMeans(
            List<IrisExample.Known> flowers,
            Species species,
            double length,
            double width,
            double petal,
            double petalWidth) {
        List<Flower> chosen = flowers.stream()
                .filter(known -> known.species() == species)
                .map(IrisExample.Known::flower)
                .toList();
        assertEquals(50, chosen.size());
        assertEquals(length, mean(chosen, Flower::sepalLength), 1e-5);
        assertEquals(width, mean(chosen, Flower::sepalWidth), 1e-5);
        assertEquals(petal, mean(chosen, Flower::petalLength), 1e-5);
        assertEquals(petalWidth, mean(chosen, Flower::petalWidth), 1e-5);
    }

    private static double mean(List<Flower> flowers, ToDoubleFunction<Flower> value) {
        return flowers.stream().mapToDouble(value).average().orElseThrow();
    }

    @Test
    void learnsTheSpecies() {
        Output output = Output.of(() -> Launcher.run(new IrisExample()));
        assertEquals(0, output.exitCode(), output.err());
        Matcher accuracy =
                Pattern.compile("accuracy on 30 new flowers: ([0-9.]+)").matcher(output.out());
        assertTrue(accuracy.find(), output.out());
        assertTrue(Double.parseDouble(accuracy.group(1)) >= 0.9, output.out());
        assertTrue(output.out().contains("petalWidth=0.2] is SETOSA"), output.out());
    }

    @Test
    void aMissingFileIsOneClearLine() {
        Output output = Output.of(() -> Launcher.run(new IrisExample(), "--data", "missing.csv"));
        assertEquals(1, output.exitCode());
        assertEquals(
                "error: missing.csv: cannot be read: no such file or folder" + System.lineSeparator(), output.err());
    }
}
