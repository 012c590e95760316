package dev.nacre.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarTest {
    @TempDir
    Path folder;

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    /** Records whose planes are full of 10, 20 and 30 more than the number of the record. */
    private static byte[] records(byte[]... labels) {
        int record = labels[0].length + 3072;
        byte[] bytes = new byte[labels.length * record];
        for (int i = 0; i < labels.length; i++) {
            System.arraycopy(labels[i], 0, bytes, i * record, labels[i].length);
            for (int channel = 0; channel < 3; channel++) {
                int from = i * record + labels[i].length + channel * 1024;
                Arrays.fill(bytes, from, from + 1024, (byte) (10 * (channel + 1) + i));
            }
        }
        return bytes;
    }

    @Test
    void readsSeveralFilesOneAfterTheOther() throws IOException {
        Path first = write("1.bin", records(new byte[] {3}, new byte[] {9}));
        Path second = write("2.bin", records(new byte[] {0}));
        Batch batch = Cifar.cifar10(first, second).batches(3).iterator().next();
        Tensor images = batch.inputs().get(0);
        assertArrayEquals(new int[] {3, 3, 32, 32}, images.shape());
        assertArrayEquals(new int[] {3, 9, 0}, (int[]) batch.labels().get(0));
        assertEquals(10 / 255f, images.get(0, 0, 0, 0));
        assertEquals(21 / 255f, images.get(1, 1, 31, 31));
        assertEquals(30 / 255f, images.get(2, 2, 0, 31));
    }

    @Test
    void hundredHasTwoLabels() throws IOException {
        Path file = write("train.bin", records(new byte[] {19, 99}, new byte[] {1, 2}));
        assertArrayEquals(new int[] {99, 2}, labels(Cifar.cifar100(file)));
        assertArrayEquals(new int[] {19, 1}, labels(Cifar.cifar100Superclasses(file)));
    }

    private static int[] labels(Dataset data) {
        return (int[]) data.batches(data.size()).iterator().next().labels().get(0);
    }

    @Test
    void namesTheFileAndTheProblem() throws IOException {
        assertProblem(folder.resolve("missing"), "no such file");
        assertProblem(folder, "not a file");
        assertProblem(
                write("empty", new byte[0]),
                "0 bytes are not whole records of 3073: it was cut off, or is not the binary version; fetch it again");
        assertProblem(
                write("short", new byte[3072]),
                "3072 bytes are not whole records of 3073: it was cut off, or is not the binary version; fetch it again");
        assertProblem(
                write("label", records(new byte[] {9}, new byte[] {10})),
                "the label of image 1 is 10: from 0 to 9; is this a file of CIFAR-10?");
        assertThrows(IllegalArgumentException.class, Cifar::cifar10);
    }

    private static void assertProblem(Path file, String problem) {
        assertEquals(
                file + ": " + problem,
                assertThrows(DataException.class, () -> Cifar.cifar10(file)).getMessage());
    }
}
