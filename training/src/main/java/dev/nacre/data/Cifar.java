package dev.nacre.data;

import dev.nacre.tensor.Shape;
import dev.nacre.training.file.IoMessages;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The binary versions of CIFAR-10 and CIFAR-100 (Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009):
 * records of one or two bytes of label and 3072 bytes of a red, a green and a blue plane of 32x32. Samples are 3x32x32 in
 * [0, 1], and stay bytes until a batch is gathered.
 *
 * <pre>{@code
 * Dataset training = Cifar.cifar10(folder.resolve("data_batch_1.bin"), folder.resolve("data_batch_2.bin"));
 * Dataset test = Cifar.cifar10(folder.resolve("test_batch.bin"));
 * }</pre>
 */
public final class Cifar {
    private static final Shape IMAGE = Shape.of(3, 32, 32);

    private Cifar() {}

    /**
     * @param files such as {@code data_batch_1.bin}, one after the other
     * @return a classification in 10 classes
     * @throws DataException if a file cannot be read or is broken
     * @throws IllegalArgumentException if no file is given
     */
    public static Dataset cifar10(Path... files) {
        return read(files, 1, 0, 10);
    }

    /**
     * @param files such as {@code train.bin}, one after the other
     * @return a classification in the 100 classes
     * @throws DataException if a file cannot be read or is broken
     * @throws IllegalArgumentException if no file is given
     */
    public static Dataset cifar100(Path... files) {
        return read(files, 2, 1, 100);
    }

    /**
     * @param files such as {@code train.bin}, one after the other
     * @return a classification in the 20 superclasses of CIFAR-100
     * @throws DataException if a file cannot be read or is broken
     * @throws IllegalArgumentException if no file is given
     */
    public static Dataset cifar100Superclasses(Path... files) {
        return read(files, 2, 0, 20);
    }

    private static Dataset read(Path[] files, int labels, int label, int classes) {
        if (files.length == 0) {
            throw new IllegalArgumentException("no file: give at least one, such as data_batch_1.bin");
        }
        int record = labels + IMAGE.elements();
        int[] counts = new int[files.length];
        long total = 0;
        for (int file = 0; file < files.length; file++) {
            counts[file] = records(files[file], record);
            total += counts[file];
        }
        if (total * IMAGE.elements() > Shape.MAX_ELEMENTS) {
            throw new DataException(
                    files[files.length - 1],
                    "with the files before it " + total + " images: too many for one data set");
        }
        byte[] pixels = new byte[(int) total * IMAGE.elements()];
        byte[] indices = new byte[(int) total];
        byte[] head = new byte[labels];
        int image = 0;
        for (int file = 0; file < files.length; file++) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(files[file]), 1 << 16)) {
                for (int i = 0; i < counts[file]; i++, image++) {
                    fill(in, head, 0, labels);
                    if ((head[label] & 0xFF) >= classes) {
                        throw new DataException(
                                files[file],
                                "the label of image " + i + " is " + (head[label] & 0xFF) + ": from 0 to "
                                        + (classes - 1) + "; is this a file of "
                                        + (labels == 1 ? "CIFAR-10" : "CIFAR-100") + "?");
                    }
                    indices[image] = head[label];
                    fill(in, pixels, image * IMAGE.elements(), IMAGE.elements());
                }
            } catch (IOException e) {
                throw new DataException(files[file], "cannot be read: " + IoMessages.reason(e), e);
            }
        }
        return Dataset.of(Samples.ofBytes(pixels, IMAGE), Labels.classes(indices));
    }

    private static int records(Path file, int record) {
        if (!Files.isRegularFile(file)) {
            throw new DataException(file, Files.exists(file) ? "not a file" : "no such file");
        }
        try {
            long size = Files.size(file);
            if (size == 0 || size % record != 0) {
                throw new DataException(
                        file,
                        size + " bytes are not whole records of " + record
                                + ": it was cut off, or is not the binary version; fetch it again");
            }
            return (int) Math.min(size / record, Integer.MAX_VALUE);
        } catch (IOException e) {
            throw new DataException(file, "cannot be read: " + IoMessages.reason(e), e);
        }
    }

    private static void fill(InputStream in, byte[] into, int from, int count) throws IOException {
        if (in.readNBytes(into, from, count) < count) {
            throw new EOFException("it ends early");
        }
    }
}
