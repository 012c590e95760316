package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.nacre.data.Augmentation;
import dev.nacre.data.Dataset;
import dev.nacre.data.Gatherer;
import dev.nacre.data.Labels;
import dev.nacre.data.Normalization;
import dev.nacre.data.Permutation;
import dev.nacre.data.Samples;
import dev.nacre.kernel.Threads;
import dev.nacre.optimizer.Sgd;
import dev.nacre.tensor.Shape;
import dev.nacre.training.Checkpoints;
import dev.nacre.training.Evaluator;
import dev.nacre.training.History;
import dev.nacre.training.Trainer;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings with augmented images: repeated and resumed bit for bit, measured without augmentation, without garbage. */
class AugmentedTrainingTest {
    private static final Augmentation CHANCE =
            Augmentation.none().shift(2).flip().erase(0.5);

    @TempDir
    private Path folder;

    private final Dataset plain = images(150, 5).normalized(Normalization.of(0.5f, 0.3f));
    private final Dataset augmented = plain.augmented(CHANCE);

    private static Dataset images(int count, long seed) {
        Random random = new Random(seed);
        byte[] pixels = new byte[count * 784];
        random.nextBytes(pixels);
        return Dataset.of(
                Samples.ofBytes(pixels, Shape.of(1, 28, 28)),
                Labels.classes(random.ints(count, 0, 10).toArray()));
    }

    private static Trainer trainer(FashionMlpNetwork net, int epochs) {
        return Trainer.of(net, Sgd.of(0.1f).momentum(0.9).over(net.parameters()))
                .batchSize(32)
                .epochs(epochs)
                .seed(3);
    }

    private static float[] weights(FashionMlpNetwork net) {
        return net.parameters().get(0).value().toArray();
    }

    private static float[] trained(Dataset data) {
        FashionMlpNetwork net = FashionMlpNetwork.create(1);
        trainer(net, 4).fit(data);
        return weights(net);
    }

    @Test
    void repeatsBitByBitWithAnyNumberOfThreads() {
        int before = Threads.count();
        try {
            Threads.count(1);
            float[] alone = trained(augmented);
            Threads.count(3);
            assertArrayEquals(alone, trained(augmented));
            assertFalse(Arrays.equals(alone, trained(plain)));
        } finally {
            Threads.count(before);
        }
    }

    @Test
    void resumesBitByBit() {
        FashionMlpNetwork begun = FashionMlpNetwork.create(1);
        trainer(begun, 2).checkpoints(Checkpoints.in(folder)).fit(augmented);
        FashionMlpNetwork resumed = FashionMlpNetwork.create(1);
        trainer(resumed, 4).checkpoints(Checkpoints.in(folder).resume()).fit(augmented);
        assertArrayEquals(trained(augmented), weights(resumed));
    }

    @Test
    void validationAndEvaluationSeeTheImagesAsTheyAre() {
        FashionMlpNetwork net = FashionMlpNetwork.create(1);
        History history = trainer(net, 1).validation(augmented).fit(augmented);
        double expected = Evaluator.of(net).evaluate(plain).loss();
        assertEquals(expected, Evaluator.of(net).evaluate(augmented).loss());
        assertEquals(
                Evaluator.of(net).batchSize(32).evaluate(plain).loss(),
                history.last().validation().orElseThrow().loss());
    }

    @Test
    void gatheringAllocatesNothing() {
        Dataset data = images(64, 1).augmented(CHANCE.crop(24).flipVertically());
        Gatherer gatherer = data.gatherer();
        int[] order = Permutation.of(64, 1, 1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        int before = Threads.count();
        try {
            Threads.count(1);
            for (int epoch = 0; epoch < 200; epoch++) {
                gatherer.augment(1, epoch).gather(order, 0, 64);
            }
            long start = threads.getThreadAllocatedBytes(thread);
            for (int epoch = 0; epoch < 100; epoch++) {
                gatherer.augment(1, epoch).gather(order, 0, 64);
            }
            long bytes = threads.getThreadAllocatedBytes(thread) - start;
            assertTrue(bytes < 6400, bytes + " bytes for 6400 samples");
        } finally {
            Threads.count(before);
        }
    }
}
