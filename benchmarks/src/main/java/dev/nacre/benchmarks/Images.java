package dev.nacre.benchmarks;

import dev.nacre.data.Dataset;
import dev.nacre.data.Idx;
import dev.nacre.tensor.Tensor;
import java.nio.file.Path;

/** The real images of clothes that the examples ship: half their pixels are zero, which synthetic ones' would not be. */
final class Images {
    private static final Path FOLDER =
            Path.of(System.getProperty("nacre.benchmarks.data", "examples/data/fashion-mnist"));

    private Images() {}

    static Dataset training() {
        return Idx.read(FOLDER.resolve("train-images-idx3-ubyte.gz"), FOLDER.resolve("train-labels-idx1-ubyte.gz"));
    }

    /** @return the first test images, (count, 1, 28, 28) */
    static Tensor test(int count) {
        Dataset data =
                Idx.read(FOLDER.resolve("t10k-images-idx3-ubyte.gz"), FOLDER.resolve("t10k-labels-idx1-ubyte.gz"));
        int[] first = new int[count];
        for (int i = 0; i < count; i++) {
            first[i] = i;
        }
        return data.gatherer().gather(first, 0, count).inputs().get(0).copy();
    }
}
