package com.example.rings;

import dev.nacre.data.Dataset;
import dev.nacre.optimizer.Adam;
import dev.nacre.training.Evaluator;
import dev.nacre.training.Trainer;
import java.util.Locale;
import java.util.Random;

/** Makes points up, trains a network on them, and asks it for the ring of a new one. */
public final class Rings {
    private static final int POINTS = 400;

    private Rings() {}

    /**
     * Trains and shows.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        RingClassifierNetwork network = train(42);
        System.out.printf(
                Locale.ROOT,
                "accuracy on %d new points: %.3f%n",
                POINTS,
                Evaluator.of(network).evaluate(points(7)).accuracy());
        Point point = new Point(0.3f, 0.2f);
        System.out.println(point + " lies in the ring " + network.predictor().predict(point));
    }

    static RingClassifierNetwork train(long seed) {
        RingClassifierNetwork network = RingClassifierNetwork.create(seed);
        Trainer.of(network, Adam.of(0.01f).over(network.parameters()))
                .batchSize(20)
                .epochs(60)
                .seed(seed)
                .progress(false)
                .fit(points(seed));
        return network;
    }

    /** Half of the points lie within 1 of the centre, half of them from 1.5 to 2.5 away. */
    static Dataset points(long seed) {
        Random random = new Random(seed);
        Point[] points = new Point[POINTS];
        Ring[] rings = new Ring[POINTS];
        for (int i = 0; i < POINTS; i++) {
            boolean inner = i % 2 == 0;
            double radius = random.nextDouble() + (inner ? 0 : 1.5);
            double angle = random.nextDouble() * 2 * Math.PI;
            points[i] = new Point((float) (radius * Math.cos(angle)), (float) (radius * Math.sin(angle)));
            rings[i] = inner ? Ring.INNER : Ring.OUTER;
        }
        return Dataset.of(RingClassifierNetwork.encode(points), rings);
    }
}
