package dev.nacre.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
    @TempDir
    Path folder;

    private Path write(String name, String format, BufferedImage image) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        assertTrue(ImageIO.write(image, format, file.toFile()));
        return file;
    }

    private static BufferedImage image(int type, int width, int height, int rgb) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (type == BufferedImage.TYPE_BYTE_GRAY) {
                    image.getRaster().setSample(x, y, 0, rgb & 0xFF);
                } else if (type == BufferedImage.TYPE_USHORT_GRAY) {
                    image.getRaster().setSample(x, y, 0, (rgb & 0xFF) << 8 | 0x7F);
                } else {
                    image.setRGB(x, y, rgb);
                }
            }
        }
        return image;
    }

    private static Tensor pixels(Dataset data) {
        return data.batches(data.size()).iterator().next().inputs().get(0);
    }

    @Test
    void classesAndFilesAreSorted() throws IOException {
        write("dog/b.png", "png", image(BufferedImage.TYPE_INT_RGB, 3, 2, 0x102030));
        write("dog/a.PNG", "png", image(BufferedImage.TYPE_INT_ARGB, 3, 2, 0x80405060));
        write("cat/1.png", "png", image(BufferedImage.TYPE_BYTE_GRAY, 3, 2, 0x80));
        Files.writeString(folder.resolve("cat/notes.txt"), "no image");
        Files.writeString(folder.resolve("cat/.hidden.png"), "no image");
        Files.writeString(folder.resolve("README"), "no class");
        ImageFolder images = ImageFolder.of(folder);
        assertEquals(List.of("cat", "dog"), images.classes());
        Batch batch = images.read().batches(3).iterator().next();
        Tensor pixels = batch.inputs().get(0);
        assertArrayEquals(new int[] {3, 3, 2, 3}, pixels.shape());
        assertArrayEquals(new int[] {0, 1, 1}, (int[]) batch.labels().get(0));
        float[][] expected = {{0x80, 0x80, 0x80}, {0x40, 0x50, 0x60}, {0x10, 0x20, 0x30}};
        for (int sample = 0; sample < 3; sample++) {
            for (int channel = 0; channel < 3; channel++) {
                assertEquals(expected[sample][channel] / 255f, pixels.get(sample, channel, 1, 2));
            }
        }
    }

    @Test
    void greyIsWhatIsStored() throws IOException {
        write("a/1.png", "png", image(BufferedImage.TYPE_BYTE_GRAY, 2, 2, 100));
        write("a/2.png", "png", image(BufferedImage.TYPE_USHORT_GRAY, 2, 2, 100));
        write("a/3.png", "png", image(BufferedImage.TYPE_INT_RGB, 2, 2, 0x646464));
        write("a/4.png", "png", image(BufferedImage.TYPE_INT_RGB, 2, 2, 0xFF0000));
        write("a/5.jpg", "jpg", image(BufferedImage.TYPE_BYTE_GRAY, 2, 2, 100));
        Tensor pixels = pixels(ImageFolder.of(folder).grey().read());
        assertArrayEquals(new int[] {5, 1, 2, 2}, pixels.shape());
        for (int sample : new int[] {0, 1, 2}) {
            assertEquals(100 / 255f, pixels.get(sample, 0, 0, 0), "sample " + sample);
        }
        assertEquals(76 / 255f, pixels.get(3, 0, 0, 0));
        assertEquals(100 / 255f, pixels.get(4, 0, 1, 1), 1.5 / 255);
    }

    @Test
    void rowsAreRows() throws IOException {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 6; i++) {
            image.setRGB(i % 3, i / 3, i);
        }
        write("a/1.png", "png", image);
        Tensor pixels = pixels(ImageFolder.of(folder).size(2, 3).read());
        for (int i = 0; i < 6; i++) {
            assertEquals(i / 255f, pixels.get(0, 2, i / 3, i % 3));
        }
    }

    @Test
    void otherSizesAreRefusedOrScaled() throws IOException {
        write("a/1.png", "png", image(BufferedImage.TYPE_INT_RGB, 4, 4, 0x0A141E));
        BufferedImage halves = image(BufferedImage.TYPE_INT_RGB, 8, 4, 0);
        for (int y = 0; y < 4; y++) {
            for (int x = 4; x < 8; x++) {
                halves.setRGB(x, y, 0xC80000);
            }
        }
        Path wide = write("a/2.png", "png", halves);
        assertProblem(
                wide + ": 4x8 pixels (height x width), expected 4x4: scaledTo(height, width) scales images to one size",
                ImageFolder.of(folder));
        Tensor pixels = pixels(ImageFolder.of(folder).scaledTo(2, 4).read());
        assertArrayEquals(new int[] {2, 3, 2, 4}, pixels.shape());
        assertEquals(0x14 / 255f, pixels.get(0, 1, 1, 3));
        assertEquals(0, pixels.get(1, 0, 0, 0));
        // Weights 1, 3, 3, 1 of four pixels, of which the last is red.
        assertEquals(25 / 255f, pixels.get(1, 0, 0, 1));
        assertEquals(175 / 255f, pixels.get(1, 0, 1, 2));
        assertEquals(200 / 255f, pixels.get(1, 0, 1, 3));
    }

    @Test
    void aTestSetHasTheClassesOfItsTrainingSet() throws IOException {
        write("dog/1.png", "png", image(BufferedImage.TYPE_INT_RGB, 1, 1, 0));
        ImageFolder images = ImageFolder.of(folder).classes(List.of("cat", "dog"));
        assertArrayEquals(new int[] {1}, (int[])
                images.read().batches(1).iterator().next().labels().get(0));
        assertProblem(
                folder.resolve("dog") + ": is none of the classes [cat]",
                ImageFolder.of(folder).classes(List.of("cat")));
    }

    @Test
    void brokenImagesAreNamed() throws IOException {
        write("a/1.png", "png", image(BufferedImage.TYPE_INT_RGB, 40, 40, 0xABCDEF));
        Path text = Files.writeString(folder.resolve("a/2.png"), "<html>not found</html>");
        assertProblem(text + ": not a PNG or JPEG image, whatever its name says", ImageFolder.of(folder));
        Files.delete(text);
        for (String format : List.of("png", "jpg")) {
            BufferedImage noisy = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < 1600; i++) {
                noisy.setRGB(i % 40, i / 40, i * 2654435);
            }
            Path whole = write("a/3." + format, format, noisy);
            byte[] bytes = Files.readAllBytes(whole);
            Files.write(whole, Arrays.copyOf(bytes, bytes.length * 3 / 4));
            String message = assertThrows(
                            DataException.class, () -> ImageFolder.of(folder).read())
                    .getMessage();
            assertTrue(message.startsWith(whole + ": broken"), message);
            Files.delete(whole);
        }
    }

    @Test
    void foldersThatDoNotFitAreNamed() throws IOException {
        assertProblem(
                folder + ": no folder in it: there should be one for each class, with its images",
                ImageFolder.of(folder));
        Path missing = folder.resolve("missing");
        assertProblem(missing + ": no such folder", ImageFolder.of(missing));
        Path empty = Files.createDirectory(folder.resolve("a"));
        assertProblem(empty + ": no image in it: files that end with .png, .jpg or .jpeg", ImageFolder.of(folder));
        Path deep = Files.createDirectory(empty.resolve("deep"));
        assertProblem(
                deep + ": a folder in the folder of a class: images lie in the folder of their class itself",
                ImageFolder.of(folder));
        assertThrows(
                IllegalArgumentException.class, () -> ImageFolder.of(folder).size(0, 1));
        assertThrows(
                IllegalArgumentException.class, () -> ImageFolder.of(folder).classes(List.of("a", "a")));
    }

    private static void assertProblem(String problem, ImageFolder images) {
        assertEquals(problem, assertThrows(DataException.class, images::read).getMessage());
    }
}
