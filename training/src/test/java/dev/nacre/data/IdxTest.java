package dev.nacre.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Batch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
    private static final byte[] PIXELS = {0, 51, (byte) 255, (byte) 128, 1, 2, 3, 4};

    @TempDir
    Path folder;

    private static byte[] idx(int magic, byte[] content, int... sizes) {
        ByteBuffer bytes =
                ByteBuffer.allocate(4 + 4 * sizes.length + content.length).putInt(magic);
        Arrays.stream(sizes).forEach(bytes::putInt);
        return bytes.put(content).array();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("data-" + content.length), content);
    }

    private Path images() throws IOException {
        return write(idx(0x803, PIXELS, 2, 2, 2));
    }

    @Test
    void readsPlainAndGzippedFiles() throws IOException {
        Path labels = write(idx(0x801, new byte[] {9, (byte) 200}, 2));
        for (Path images : new Path[] {images(), write(gzip(idx(0x803, PIXELS, 2, 2, 2)))}) {
            Batch batch = Idx.read(images, labels).batches(2).iterator().next();
            assertArrayEquals(new int[] {2, 1, 2, 2}, batch.inputs().get(0).shape());
            assertArrayEquals(
                    new float[] {0, 0.2f, 1, 128 / 255f, 1 / 255f, 2 / 255f, 3 / 255f, 4 / 255f},
                    batch.inputs().get(0).toArray());
            assertArrayEquals(new int[] {9, 200}, (int[]) batch.labels().get(0));
        }
    }

    @Test
    void namesTheFileAndTheProblem() throws IOException {
        assertProblem(folder.resolve("missing"), "no such file");
        assertProblem(folder, "not a file");
        assertProblem(write(new byte[0]), "the file ends early: it was cut off; fetch it again");
        assertProblem(write(new byte[] {0, 0, 8}), "the file ends early: it was cut off; fetch it again");
        assertProblem(
                write("<html>not found</html>".getBytes()),
                "not an IDX file: it begins with 0x3C68746D, expected 0x00000803 (images)");
        assertProblem(
                write(idx(0xD03, PIXELS, 1, 2, 1)), "elements of type 0x0D: only unsigned bytes (0x08) are supported");
        assertProblem(
                write(idx(0x801, PIXELS, 8)),
                "the header announces 1 axes, expected 3 (images, rows, columns): are images and labels swapped?");
        assertProblem(
                write(idx(0x803, new byte[7], 2, 2, 2)),
                "the header announces 2x2x2 = 8 bytes, but only 7 follow: the file was cut off; fetch it again");
        assertProblem(
                write(idx(0x803, new byte[9], 2, 2, 2)),
                "more bytes follow than the 2x2x2 = 8 that the header announces");
        assertProblem(write(idx(0x803, new byte[0], 8, 1, 0)), "images of 1x0 pixels: at least 1x1");
        assertProblem(write(idx(0x803, PIXELS, -1, 1, 1)), "axis 0 has the impossible size 4294967295");
    }

    @Test
    void impossibleSizesAskForNoMemory() throws IOException {
        int most = Integer.MAX_VALUE;
        assertProblem(
                write(idx(0x803, PIXELS, most, most, most)),
                "the header announces 2147483647x2147483647x2147483647 bytes, more than the file can hold: the header or"
                        + " the end of the file is damaged");
        assertProblem(
                write(gzip(idx(0x803, PIXELS, 60000, 28, 28))),
                "the header announces 60000x28x28 bytes, more than the file can hold: the header or the end of the file is"
                        + " damaged");
    }

    @Test
    void brokenCompressionIsOneClearLine() throws IOException {
        byte[] zipped = gzip(idx(0x803, new byte[2000], 20, 10, 10));
        assertProblem(
                write(Arrays.copyOf(zipped, zipped.length - 12)),
                "the file ends early: it was cut off; fetch it again");
        zipped[zipped.length - 6] ^= 1;
        Path broken = write(zipped);
        String message =
                assertThrows(DataException.class, () -> Idx.images(broken)).getMessage();
        assertTrue(message.startsWith(broken + ": broken gzip data ("), message);
    }

    @Test
    void imagesAndLabelsMustBelongTogether() throws IOException {
        Path images = images();
        Path labels = write(idx(0x801, new byte[3], 3));
        assertEquals(
                labels + ": 3 labels, but " + images + " has 2 images: these files do not belong together",
                assertThrows(DataException.class, () -> Idx.read(images, labels))
                        .getMessage());
        Path two = write(idx(0x801, new byte[] {9, 10}, 2));
        assertEquals(
                two + ": the label of image 1 is 10: from 0 to 9",
                assertThrows(DataException.class, () -> Idx.read(images, two, 10))
                        .getMessage());
        assertEquals(
                images + ": the header announces 3 axes, expected 1 (labels): are images and labels swapped?",
                assertThrows(DataException.class, () -> Idx.labels(images)).getMessage());
    }

    private static void assertProblem(Path file, String problem) {
        assertEquals(
                file + ": " + problem,
                assertThrows(DataException.class, () -> Idx.images(file)).getMessage());
    }
}
