package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.data.Dataset;
import dev.nacre.optimizer.Adam;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.Schedule;
import dev.nacre.optimizer.Sgd;
import dev.nacre.optimizer.WeightAverage;
import dev.nacre.tensor.Tensor;
import dev.nacre.training.EarlyStopping;
import dev.nacre.training.Evaluator;
import dev.nacre.training.History;
import dev.nacre.training.Monitor;
import dev.nacre.training.Trainer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The options of optimisers inside a trainer: accumulation, schedules, averages. */
class OptimizedTest {
    private final Random random = new Random(97);

    private final Dataset data = Dataset.of(Subjects.normal(random, 48, 8), Subjects.labels(random, 48, 3));

    private Tensor line(int samples) {
        return Subjects.normal(random, samples, 1);
    }

    /** Five batches with a step each second one: the fifth makes a step at the end of the epoch. */
    @Test
    void whatHasAccumulatedAtTheEndOfAnEpochMakesAStep() {
        Tensor x = line(40);
        Trained_LineNetwork net = Trained_LineNetwork.create(1);
        Optimizer accumulating = Sgd.of(0.05f).accumulate(2).over(net.parameters());
        Trainer.of(net, accumulating).batchSize(8).epochs(3).shuffle(false).fit(Dataset.of(x, x));
        assertEquals(9, accumulating.steps());
    }

    @Test
    void twoBatchesMakeTheStepOfOne() {
        Tensor x = line(64);
        Trained_LineNetwork whole = Trained_LineNetwork.create(1);
        Trainer.of(whole, Sgd.of(0.05f).over(whole.parameters()))
                .batchSize(16)
                .epochs(2)
                .fit(Dataset.of(x, x));
        Trained_LineNetwork parts = Trained_LineNetwork.create(1);
        Trainer.of(parts, Sgd.of(0.05f).accumulate(2).over(parts.parameters()))
                .batchSize(8)
                .epochs(2)
                .fit(Dataset.of(x, x));
        whole.state()
                .forEach((name, tensor) -> assertArrayEquals(
                        tensor.toArray(), parts.state().get(name).toArray(), 1e-6f, name));
    }

    @Test
    void schedulesFollowTheSteps() {
        Trained_FragileNetwork net = Trained_FragileNetwork.create(1);
        Optimizer adam = Adam.of(0.01f).schedule(Schedule.step(6, 0.1)).over(net.parameters());
        float[] rates = new float[2];
        Trainer.of(net, adam)
                .batchSize(8)
                .epochs(2)
                .onEpoch(epoch -> rates[epoch.number() - 1] = adam.learningRate())
                .fit(data);
        assertArrayEquals(new float[] {0.001f, 0.0001f}, rates, 1e-9f);
    }

    /** What is validated, and what remains, is the average. */
    @Test
    void averagesWeights() {
        Trained_FragileNetwork net = Trained_FragileNetwork.create(1);
        WeightAverage average = WeightAverage.exponential(0.9).over(net);
        History history = Trainer.of(net, Sgd.of(0.5f).over(net.parameters()))
                .batchSize(8)
                .epochs(3)
                .validation(data)
                .average(average)
                .fit(data);
        assertEquals(18, average.updates());
        assertTrue(average.applied());
        double loss = history.last().validationLoss().getAsDouble();
        assertEquals(loss, Evaluator.of(net).batchSize(8).evaluate(data).loss());
        average.restore();
        assertFalse(loss == Evaluator.of(net).batchSize(8).evaluate(data).loss());
        // A second training goes on from the weights that were trained.
        average.apply();
        float[] averaged = net.state().get("logits.dense.weight").toArray();
        Trainer.of(net, Sgd.of(0f).over(net.parameters()))
                .epochs(1)
                .average(average)
                .fit(data);
        average.restore();
        assertFalse(
                Arrays.equals(averaged, net.state().get("logits.dense.weight").toArray()));
    }

    @Test
    void theBestAverageIsRestored() {
        Trained_FragileNetwork net = Trained_FragileNetwork.create(1);
        Dataset validation = Dataset.of(Subjects.normal(random, 30, 8), Subjects.labels(random, 30, 3));
        History history = Trainer.of(net, Sgd.of(1f).over(net.parameters()))
                .batchSize(8)
                .epochs(40)
                .validation(validation)
                .average(WeightAverage.exponential(0.5).over(net))
                .earlyStopping(EarlyStopping.on(Monitor.validationLoss()).patience(2))
                .fit(data);
        assertTrue(history.restoredEpoch().isPresent());
        assertEquals(
                history.best().orElseThrow().validationLoss().getAsDouble(),
                Evaluator.of(net).batchSize(8).evaluate(validation).loss());
    }
}
