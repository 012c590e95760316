package dev.nacre.data;

import dev.nacre.tensor.Shape;
import java.nio.file.Path;

/**
 * The file format of MNIST and its successors: a header of big-endian integers, then unsigned bytes; plain or gzipped,
 * which is seen from the content. <a href="https://yann.lecun.org/exdb/mnist/">The MNIST database</a> describes it.
 *
 * <p>Images stay bytes until a batch is gathered: 60,000 images of 28x28 take 47 MB. What the header says is checked
 * against the file before memory is asked for.
 */
public final class Idx {
    private Idx() {}

    /**
     * @param images a file of images
     * @param labels a file with the class index of each image
     * @return a classification; the shape of a sample is 1 x height x width, its elements are in [0, 1]
     * @throws DataException if a file cannot be read, is broken, or the two do not belong together
     */
    public static Dataset read(Path images, Path labels) {
        return read(images, labels, 256);
    }

    /**
     * The same for a known number of classes.
     *
     * @param images a file of images
     * @param labels a file with the class index of each image
     * @param classes how many classes there are
     * @return a classification; the shape of a sample is 1 x height x width, its elements are in [0, 1]
     * @throws DataException also if a label is not below the number of classes
     */
    public static Dataset read(Path images, Path labels, int classes) {
        Samples pixels = images(images);
        IdxFile indices = IdxFile.read(labels, 1);
        requireClasses(labels, indices.bytes(), classes);
        if (indices.size(0) != pixels.size()) {
            throw new DataException(
                    labels,
                    indices.size(0) + " labels, but " + images + " has " + pixels.size()
                            + " images: these files do not belong together");
        }
        return Dataset.of(pixels, Labels.classes(indices.bytes()));
    }

    private static void requireClasses(Path file, byte[] labels, int classes) {
        for (int sample = 0; sample < labels.length; sample++) {
            if ((labels[sample] & 0xFF) >= classes) {
                throw new DataException(
                        file,
                        "the label of image " + sample + " is " + (labels[sample] & 0xFF) + ": from 0 to "
                                + (classes - 1));
            }
        }
    }

    /**
     * @param file a file of images
     * @return the images, 1 x height x width, in [0, 1]
     * @throws DataException if the file cannot be read or is broken
     */
    public static Samples images(Path file) {
        IdxFile images = IdxFile.read(file, 3);
        if (images.size(1) == 0 || images.size(2) == 0) {
            throw new DataException(
                    file, "images of " + images.size(1) + "x" + images.size(2) + " pixels: at least 1x1");
        }
        return Samples.ofBytes(images.bytes(), Shape.of(1, images.size(1), images.size(2)));
    }

    /**
     * @param file a file of labels
     * @return a class index per sample
     * @throws DataException if the file cannot be read or is broken
     */
    public static Labels labels(Path file) {
        return Labels.classes(IdxFile.read(file, 1).bytes());
    }
}
