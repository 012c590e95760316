package dev.nacre.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Network;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossCurveTest {
    private static final History HISTORY =
            HistoryTest.history(new double[] {1.0, 0.6, 0.4}, new double[] {0.9, 0.7, 0.8});

    @TempDir
    Path folder;

    @Test
    void drawsLossAndAccuracyOfBothDataSets() throws IOException {
        Path file = folder.resolve("loss.png");
        LossCurve.of(HISTORY).save(file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(1280, image.getWidth());
        assertEquals(440, image.getHeight());
        for (int half = 0; half < 2; half++) {
            assertTrue(pixels(image, half, 0x1F77B4) > 100, "training line of chart " + half);
            assertTrue(pixels(image, half, 0xE4572E) > 100, "validation line of chart " + half);
        }
        assertEquals(List.of(file), files());
    }

    @Test
    void withoutValidationThereIsOneLine() throws IOException {
        Path file = folder.resolve("loss.png");
        LossCurve.of(HistoryTest.history(new double[] {1.0, 0.5}, new double[0]))
                .save(file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertTrue(pixels(image, 0, 0x1F77B4) > 100);
        assertEquals(0, pixels(image, 0, 0xE4572E));
    }

    private static int pixels(BufferedImage image, int half, int color) {
        int count = 0;
        for (int x = half * 640; x < (half + 1) * 640; x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                if ((image.getRGB(x, y) & 0xFFFFFF) == color) {
                    count++;
                }
            }
        }
        return count;
    }

    @Test
    void replacesAnOlderPicture() throws IOException {
        Path file = Files.writeString(folder.resolve("loss.png"), "old");
        LossCurve.of(HISTORY).save(file);
        assertEquals(1280, ImageIO.read(file.toFile()).getWidth());
    }

    @Test
    void followsALinkAndKeepsIt() throws IOException {
        Path file = Files.writeString(folder.resolve("real.png"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.png"), file);
        LossCurve.of(HISTORY).save(link);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(1280, ImageIO.read(file.toFile()).getWidth());
    }

    @Test
    void aMissingFolderIsOneClearLine() {
        Path file = folder.resolve("missing/loss.png");
        assertEquals(
                "cannot write the loss curve to " + file + ": there is no folder " + file.getParent()
                        + ": make it first",
                assertThrows(
                                UncheckedIOException.class,
                                () -> LossCurve.of(HISTORY).save(file))
                        .getMessage());
    }

    @Test
    void aFolderIsNotReplaced() throws IOException {
        Path file = Files.createDirectory(folder.resolve("loss.png"));
        assertEquals(
                "cannot write the loss curve to " + file + ": this is not a file: give the path of a file",
                assertThrows(
                                UncheckedIOException.class,
                                () -> LossCurve.of(HISTORY).save(file))
                        .getMessage());
    }

    @Test
    void aNameThatIsTooLongLeavesNothingBehind() throws IOException {
        Path old = Files.writeString(folder.resolve("old.png"), "old");
        Path file = folder.resolve("x".repeat(300) + ".png");
        String message = assertThrows(
                        UncheckedIOException.class, () -> LossCurve.of(HISTORY).save(file))
                .getMessage();
        assertTrue(message.startsWith("cannot write the loss curve to " + file + ": "), message);
        assertEquals(List.of(old), files());
    }

    @Test
    void anEmptyHistoryHasNoPicture() {
        assertThrows(IllegalStateException.class, () -> LossCurve.of(new History(List.of())));
    }

    /** Loads the training's classes anew, without XChart. Twice: the second time the machine remembers the failure. */
    @Test
    void aMissingLibraryIsNamed() throws Exception {
        List<URL> path = new ArrayList<>();
        for (Class<?> present : List.of(LossCurve.class, LossCurveTest.class, Network.class)) {
            path.add(present.getProtectionDomain().getCodeSource().getLocation());
        }
        try (URLClassLoader bare = new URLClassLoader(path.toArray(URL[]::new), null)) {
            Runnable save = (Runnable) bare.loadClass(Saving.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            for (int time = 0; time < 2; time++) {
                String message =
                        assertThrows(IllegalStateException.class, save::run).getMessage();
                assertTrue(
                        message.matches("cannot draw the loss curve: XChart is not on the class path \\(no class"
                                + " org\\.knowm\\.xchart\\.\\S+\\); add org\\.knowm\\.xchart:xchart, which Nacre's training"
                                + " depends on"),
                        message);
            }
        }
    }

    /** What another class loader is asked for. */
    public static final class Saving implements Runnable {
        @Override
        public void run() {
            Evaluation done = new Evaluation(1, 1, Map.of());
            LossCurve.of(new History(List.of(new Epoch(1, done, Optional.empty(), 1))))
                    .save(Path.of("no folder", "loss.png"));
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void sameHistorySamePicture() throws IOException {
        LossCurve.of(HISTORY).save(folder.resolve("a.png"));
        LossCurve.of(HISTORY).save(folder.resolve("b.png"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.png")), Files.readAllBytes(folder.resolve("b.png")));
    }
}
