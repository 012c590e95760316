package dev.nacre.examples.laboratory;

import dev.nacre.data.Dataset;
import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.util.stream.IntStream;

/**
 * Who sees which images: networks train on the first of the training file; the last of it, which no network trains on, is
 * what choices are made by; the test file is looked at once, at the end.
 */
final class Images {
    private final Dataset all;
    private final int available;
    private final Dataset validation;
    private final Dataset test;
    private final Tensor testImages;
    private final int[] testLabels;

    Images(Dataset training, Dataset test, Size size) {
        if (training.size() < size.trainingImages + size.validationImages) {
            throw new IllegalArgumentException("the laboratory needs "
                    + (size.trainingImages + size.validationImages) + " training images, but there are "
                    + training.size());
        }
        this.all = training;
        this.available = training.size() - size.validationImages;
        this.validation =
                training.subset(IntStream.range(available, training.size()).toArray());
        this.test = test.take(size.testImages);
        Batch whole = this.test.batches(this.test.size()).iterator().next();
        this.testImages = whole.inputs().get(0).copy();
        this.testLabels = ((int[]) whole.labels().get(0)).clone();
    }

    /** @return the first training images */
    Dataset training(int count) {
        return all.take(Math.min(count, available));
    }

    /** @return how many images there are to train on */
    int available() {
        return available;
    }

    Dataset validation() {
        return validation;
    }

    Dataset test() {
        return test;
    }

    /** @return (count, 1, 28, 28), not a copy */
    Tensor testImages() {
        return testImages;
    }

    int[] testLabels() {
        return testLabels;
    }
}
