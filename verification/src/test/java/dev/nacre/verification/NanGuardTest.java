package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.data.Dataset;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.optimizer.Sgd;
import dev.nacre.tensor.Tensor;
import dev.nacre.training.NonFiniteException;
import dev.nacre.training.Trainer;
import dev.nacre.training.TrainingListener;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A training that fails says where, and leaves the network as it was before the batch that failed. */
class NanGuardTest {
    private static final int BATCH = 8;

    private final Random random = new Random(81);
    private final Tensor x = Subjects.normal(random, 10 * BATCH, 8);
    private final Dataset data = Dataset.of(x, Subjects.labels(random, 10 * BATCH, 3));
    private final Trained_FragileNetwork net = Trained_FragileNetwork.create(1);

    private static Trainer trainer(Network network, float rate) {
        return Trainer.of(network, Sgd.of(rate).over(network.parameters()))
                .batchSize(BATCH)
                .epochs(2)
                .shuffle(false);
    }

    /** Remembers a network as it is after each batch. */
    private static final class Memory implements TrainingListener {
        private final Network network;
        private final Runnable afterBatch14;
        private Map<String, float[]> state;
        private long step;

        Memory(Network network, Runnable afterBatch14) {
            this.network = network;
            this.afterBatch14 = afterBatch14;
            remember();
        }

        private void remember() {
            state = FindNonFiniteTest.state(network);
            step = network.step();
        }

        @Override
        public void batchDone(int epoch, int batch, float loss) {
            if (epoch == 2 && batch == 4) {
                afterBatch14.run();
            }
            remember();
        }

        void assertAsBefore() {
            FindNonFiniteTest.assertState(state, network);
            assertEquals(step, network.step());
        }
    }

    @Test
    void namesTheBlockThatExplodes() {
        Memory memory = new Memory(
                net, () -> Arrays.fill(net.state().get("second.dense.weight").data(), 3e38f));
        net.mode(Mode.MONTE_CARLO);
        NonFiniteException e = assertThrows(
                NonFiniteException.class,
                () -> trainer(net, 0.1f).listener(memory).fit(data));
        assertTrue(e.getMessage().startsWith("the training loss is "), e.getMessage());
        assertTrue(
                e.getMessage()
                        .endsWith(
                                " in epoch 2, batch 5 of 10; the first that is not finite is block second. The network is"
                                        + " as it was before this batch. Lower the learning rate (now 0.1), clip gradients, or look"
                                        + " for very large values in the data"),
                e.getMessage());
        assertEquals(2, e.epoch());
        assertEquals(5, e.batch());
        assertEquals(Optional.of("block second"), e.where());
        memory.assertAsBefore();
        assertEquals(14, net.step());
        assertEquals(Mode.MONTE_CARLO, net.mode());
        net.parameters()
                .forEach(
                        parameter -> assertArrayEquals(new float[parameter.gradients().length], parameter.gradients()));
    }

    @Test
    void namesTheInput() {
        x.set(Float.POSITIVE_INFINITY, 3 * BATCH + 2, 5);
        Memory memory = new Memory(net, () -> {});
        NonFiniteException e = assertThrows(
                NonFiniteException.class,
                () -> trainer(net, 0.1f).listener(memory).fit(data));
        assertEquals(Optional.of("input x"), e.where());
        assertEquals(4, e.batch());
        assertTrue(e.getMessage().endsWith(" Look for values in the data that are not finite"), e.getMessage());
        memory.assertAsBefore();
    }

    /** Standardize counts what it sees in training: also these statistics are those before. */
    @Test
    void statisticsOfAllSamplesAreRestored() {
        IrisNetwork iris = IrisNetwork.create(1);
        float[][] rows = new float[20][8];
        for (float[] row : rows) {
            Arrays.setAll(new Object[8], i -> row[i] = (float) random.nextGaussian());
        }
        rows[13][2] = Float.NaN;
        Memory memory = new Memory(iris, () -> {});
        NonFiniteException e = assertThrows(
                NonFiniteException.class,
                () -> trainer(iris, 0.1f).listener(memory).fit(Dataset.of(rows, new int[20])));
        assertEquals(2, e.batch());
        memory.assertAsBefore();
        assertEquals(8, iris.state().get("hidden.standardize.count").get(0));
    }

    private static Trained_LineNetwork line(float inner, float outer) {
        Trained_LineNetwork line = Trained_LineNetwork.create(1);
        line.state().get("inner.dense.weight").set(inner, 0, 0);
        line.state().get("inner.dense.bias").set(0, 0);
        line.state().get("outer.dense.weight").set(outer, 0, 0);
        line.state().get("outer.dense.bias").set(0, 0);
        return line;
    }

    private static Dataset point(float input, float goal) {
        return Dataset.of(Tensor.of(new float[] {input}, 1, 1), new float[] {goal});
    }

    /** A loss of 1e18, and a gradient of 1e9 times 1e30. */
    @Test
    void namesTheGradient() {
        Trained_LineNetwork line = line(0, 1e30f);
        Memory memory = new Memory(line, () -> {});
        NonFiniteException e = assertThrows(
                NonFiniteException.class,
                () -> trainer(line, 0.1f).listener(memory).fit(point(1, 1e9f)));
        assertTrue(
                e.getMessage()
                        .startsWith("a gradient is not finite in epoch 1, batch 1 of 1; the first that is not finite is"
                                + " gradient of inner.dense.bias."),
                e.getMessage());
        memory.assertAsBefore();
    }

    /** A gradient of 1e33, and a step of 1e10 times that. */
    @Test
    void namesTheWeight() {
        Trained_LineNetwork line = line(1, 0);
        Memory memory = new Memory(line, () -> {});
        NonFiniteException e = assertThrows(
                NonFiniteException.class,
                () -> trainer(line, 1e10f).listener(memory).fit(point(1e15f, 1e18f)));
        assertEquals(Optional.of("parameter outer.dense.weight"), e.where());
        memory.assertAsBefore();
    }

    @Test
    void namesTheBlockInValidation() {
        float[][] rows = {{Float.NaN, 0, 0, 0, 0, 0, 0, 0}};
        NonFiniteException e = assertThrows(
                NonFiniteException.class,
                () -> trainer(net, 0.1f)
                        .validation(Dataset.of(rows, new int[1]))
                        .fit(data));
        assertEquals(
                "the validation loss is NaN after epoch 1; the first that is not finite is input x. Look for values in the"
                        + " validation data that are not finite or very large, or lower the learning rate",
                e.getMessage());
        assertEquals(0, e.batch());
    }

    @Test
    void changesNothingWhereAllIsWell() {
        trainer(net, 0.1f).fit(data);
        Trained_FragileNetwork unguarded = Trained_FragileNetwork.create(1);
        trainer(unguarded, 0.1f).nanGuard(false).fit(data);
        FindNonFiniteTest.assertState(FindNonFiniteTest.state(net), unguarded);
    }

    @Test
    void canBeSwitchedOff() {
        x.set(Float.NaN, 0, 0);
        trainer(net, 0.1f).nanGuard(false).fit(data);
        assertFalse(Float.isFinite(net.state().get("logits.dense.bias").get(0)));
    }
}
