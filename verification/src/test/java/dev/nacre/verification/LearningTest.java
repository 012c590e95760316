package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.optimizer.Adam;
import dev.nacre.optimizer.Optimizer;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every network learns a few random samples by heart. */
class LearningTest {
    private static final int STEPS = 400;

    /**
     * Losses pulls one output to a class and to other numbers at once; Parcel has four units for random targets of samples
     * that are much alike; SmallDropped has six units, of which it loses some, and whole samples;
     * SmallConnected loses some of its few weights.
     */
    private static final Set<String> HARD = Set.of("Losses", "Parcel", "SmallDropped", "SmallConnected");

    /** Signals has 234 parameters for 16 samples of 98 random targets each. */
    private static final Set<String> SMALL = Set.of("Signals");

    static Stream<Subject> withLoss() {
        return Subjects.withLoss();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withLoss")
    void learnsABatchByHeart(Subject subject) {
        Network network = subject.create().apply(2);
        Batch batch = subject.batch(16, 5);
        network.train().forward(batch);
        float before = network.eval().loss(batch);
        Optimizer optimizer = Adam.of(0.01f).over(network.parameters());
        network.train();
        for (int i = 0; i < STEPS; i++) {
            network.loss(batch);
            network.backpropagate();
            optimizer.step();
        }
        float after = network.eval().loss(batch);
        float factor = SMALL.contains(subject.name()) ? 0.8f : HARD.contains(subject.name()) ? 0.5f : 0.1f;
        assertTrue(after < factor * before, subject.name() + ": " + before + " -> " + after);
    }
}
