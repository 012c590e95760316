package dev.nacre.examples.laboratory;

/** How much is run: more images, epochs and seeds show smaller differences, and take longer. */
public enum Size {
    /** For tests: everything once, no result means anything. */
    TINY(60, 60, 60, 3, 6, 2, 5, 2),
    /** Two minutes on two cores. */
    QUICK(2_000, 1_000, 2_000, 40, 120, 3, 50, 4),
    /** Smaller errors: all test images, more seeds, longer trainings. */
    FULL(2_000, 1_000, 10_000, 60, 240, 8, 200, 6);

    /** Few, so that there is something to overfit. */
    final int trainingImages;

    final int validationImages;
    final int testImages;
    final int epochs;
    final int manyEpochs;
    final int seeds;
    final int passes;

    /** How many sizes of the training set the last section tries, each four times the one before. */
    final int trainingSizes;

    Size(
            int trainingImages,
            int validationImages,
            int testImages,
            int epochs,
            int manyEpochs,
            int seeds,
            int passes,
            int trainingSizes) {
        this.trainingImages = trainingImages;
        this.validationImages = validationImages;
        this.testImages = testImages;
        this.epochs = epochs;
        this.manyEpochs = manyEpochs;
        this.seeds = seeds;
        this.passes = passes;
        this.trainingSizes = trainingSizes;
    }
}
