package dev.nacre.examples;

import dev.nacre.data.DataException;
import dev.nacre.data.Dataset;
import dev.nacre.data.Idx;
import dev.nacre.tensor.Shape;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The images of Xiao, Rasul and Vollgraf, "Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine Learning
 * Algorithms", 2017.
 *
 * @param folder where they come from
 * @param training what to train on
 * @param test what to validate on
 */
record FashionMnist(Path folder, Dataset training, Dataset test) {
    /** Where Debian's package dataset-fashion-mnist puts the whole set. */
    private static final Path DEBIAN = Path.of("/usr/share/datasets/fashion-mnist");

    private static final int CLASSES = 10;

    /** @return the whole set where it is installed, else the part that comes with the examples */
    static FashionMnist find() {
        return read(Files.isDirectory(DEBIAN) ? DEBIAN : ExampleFolder.locate().resolve("data/fashion-mnist"));
    }

    static FashionMnist read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DataException(
                    folder, "no such folder; it should hold train-images-idx3-ubyte.gz and three more files");
        }
        return new FashionMnist(folder, part(folder, "train"), part(folder, "t10k"));
    }

    private static Dataset part(Path folder, String name) {
        Path images = file(folder, name + "-images-idx3-ubyte");
        Dataset data = Idx.read(images, file(folder, name + "-labels-idx1-ubyte"), CLASSES);
        Shape found = data.shapes().get(0);
        if (!found.equals(Shape.of(1, 28, 28))) {
            throw new DataException(images, "images of shape " + found + ", expected 1x28x28");
        }
        if (data.size() == 0) {
            throw new DataException(images, "no images");
        }
        return data;
    }

    private static Path file(Path folder, String name) {
        Path plain = folder.resolve(name);
        return Files.exists(plain) ? plain : folder.resolve(name + ".gz");
    }
}
