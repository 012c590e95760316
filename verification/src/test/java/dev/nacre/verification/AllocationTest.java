package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.optimizer.Adam;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.Sgd;
import dev.nacre.tensor.Tensor;
import dev.nacre.verification.Subject.Trait;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No call allocates once it is warm: its buffers are there, and its code is compiled, which is when vectors stop being objects.
 * The compiler of JDK 17 needs loops of the Vector API that it takes for compilations of their own (VectorElementary says more).
 */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 6000;
    private static final int CALLS = 25;

    /** Rounds after which the compiler, which a busy machine keeps waiting, is given time: a minute for each call that allocates. */
    private static final int HASTY = 200;

    static Stream<Subject> all() {
        return Subjects.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void evaluation(Subject subject) throws InterruptedException {
        Network network = Training.steps(subject, subject.create().apply(1), 1).eval();
        Batch batch = subject.batch(6, 2);
        Subject.Evaluation predictor = subject.predictor().apply(network);
        assertNothing("forward of " + subject.name(), () -> network.forward(batch));
        assertNothing("predictor", () -> predictor.forward(batch));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void training(Subject subject) throws InterruptedException {
        Network network = subject.create().apply(1).train();
        Batch batch = subject.batch(6, 2);
        Optimizer sgd = Sgd.of(1e-4f).momentum(0.9f).over(network.parameters());
        Optimizer adam = Adam.of(1e-4f).over(network.parameters());
        Tensor gradient = Training.ones(network.forward(batch));
        assertNothing("backward of an output", () -> {
            network.forward(batch);
            network.backward(gradient);
            sgd.step();
        });
        if (!subject.is(Trait.NO_LOSS)) {
            assertNothing("backward of the loss", () -> {
                network.loss(batch);
                network.backward();
                adam.step();
            });
            assertNothing("backpropagate", () -> {
                network.loss(batch);
                network.backpropagate();
                sgd.zeroGrad();
            });
        }
    }

    @Test
    void typedCalls() throws InterruptedException {
        IrisNetwork net = IrisNetwork.create(1);
        IrisPredictor predictor = net.predictor();
        Flower flower = new Flower(5.1f, 3.5, 1.4f, 2, true, Species.VERSICOLOR);
        Species[] labels = {Species.SETOSA, Species.VIRGINICA};
        Tensor flowers = IrisNetwork.encode(flower, flower);
        assertNothing("predict", () -> net.predict(flower));
        assertNothing("predict of a predictor", () -> predictor.predict(flower));
        assertNothing("loss of enums", () -> net.loss(flowers, labels));
    }

    /** Products over kept units: masks of all steps find room in what the first ones needed, or in what is a little larger. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void keptUnits(Mode mode) throws InterruptedException {
        SharedNetworks_KeptNetwork net = SharedNetworks_KeptNetwork.create(1).mode(mode);
        Tensor x = Tensor.zeros(6, 160);
        Batch batch = Batch.of(x);
        int[] labels = new int[6];
        assertNothing("forward", () -> net.forward(batch));
        if (mode == Mode.TRAIN) {
            assertNothing("backward", () -> {
                net.loss(x, labels);
                net.backpropagate();
            });
        }
    }

    /** A full batch and the incomplete last one of an epoch take turns. */
    @Test
    void batchesOfTwoSizes() throws InterruptedException {
        SmallMlpNetwork net = SmallMlpNetwork.create(1);
        Tensor full = Tensor.zeros(8, 1, 4, 4);
        Tensor last = Tensor.zeros(3, 1, 4, 4);
        int[] fullLabels = new int[8];
        int[] lastLabels = new int[3];
        assertNothing("an epoch", () -> {
            net.loss(full, fullLabels);
            net.backpropagate();
            net.loss(last, lastLabels);
            net.backpropagate();
        });
    }

    /** Measures rounds of calls until one allocates nothing; a call that always does never gets there. */
    private static void assertNothing(String name, Runnable call) throws InterruptedException {
        assertTrue(THREADS.isThreadAllocatedMemorySupported());
        long thread = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > 0; round++) {
            long before = THREADS.getThreadAllocatedBytes(thread);
            for (int i = 0; i < CALLS; i++) {
                call.run();
            }
            least = Math.min(least, THREADS.getThreadAllocatedBytes(thread) - before);
            if (least > 0 && round > HASTY) {
                Thread.sleep(10);
            }
        }
        assertEquals(0, least, () -> name + " allocates");
    }
}
