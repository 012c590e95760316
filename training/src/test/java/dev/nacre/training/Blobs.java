package dev.nacre.training;

import dev.nacre.data.Dataset;
import java.util.Random;

/** Three clouds of points in the plane, one per class. */
final class Blobs {
    private Blobs() {}

    static Dataset of(int size, long seed) {
        Random random = new Random(seed);
        float[][] points = new float[size][];
        int[] classes = new int[size];
        for (int sample = 0; sample < size; sample++) {
            classes[sample] = sample % 3;
            double angle = 2 * Math.PI * classes[sample] / 3;
            points[sample] = new float[] {
                (float) (2 * Math.cos(angle) + 0.5 * random.nextGaussian()),
                (float) (2 * Math.sin(angle) + 0.5 * random.nextGaussian())
            };
        }
        return Dataset.of(points, classes);
    }
}
