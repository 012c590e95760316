package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.data.Dataset;
import dev.nacre.data.Labels;
import dev.nacre.data.Samples;
import dev.nacre.network.Batch;
import dev.nacre.optimizer.Adam;
import dev.nacre.tensor.Tensor;
import dev.nacre.training.Evaluation;
import dev.nacre.training.Evaluator;
import dev.nacre.training.History;
import dev.nacre.training.Metrics;
import dev.nacre.training.Trainer;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Networks with several inputs, outputs and labels, trained from a data set. */
class SeveralInputsTest {
    private static final int SAMPLES = 90;

    private final Random random = new Random(91);

    @Test
    void severalInputs() {
        Tensor a = Subjects.normal(random, SAMPLES, 12);
        Tensor b = Subjects.normal(random, SAMPLES, 2, 3);
        Tensor goal = Tensor.zeros(SAMPLES, 3);
        for (int n = 0; n < SAMPLES; n++) {
            goal.set(a.get(n, 0), n, 0);
            goal.set(b.get(n, 1, 1), n, 1);
            goal.set(a.get(n, 5) + b.get(n, 0, 2), n, 2);
        }
        Dataset data = Dataset.of(List.of(Samples.of(a), Samples.of(b)), List.of(Labels.targets(Samples.of(goal))));
        TwoInputsNetwork net = TwoInputsNetwork.create(1);
        History history = Trainer.of(net, Adam.of(0.01f).over(net.parameters()))
                .epochs(40)
                .batchSize(16)
                .metrics(Metrics.r2(), Metrics.meanAbsoluteError())
                .fit(data);
        assertTrue(history.last().trainingLoss() < 0.5 * history.epochs().get(0).trainingLoss());
        Evaluation evaluation =
                Evaluator.of(net).metrics(Metrics.r2()).batchSize(17).evaluate(data);
        assertTrue(evaluation.metric("R2") > 0.7, evaluation.toString());
        float loss = net.eval().loss(a, b, goal);
        assertEquals(loss, evaluation.loss(), 1e-6);
    }

    @Test
    void severalOutputsAndLabels() {
        Tensor x = Subjects.normal(random, SAMPLES, 16);
        int[] kinds = new int[SAMPLES];
        Tensor prices = Tensor.zeros(SAMPLES, 2);
        for (int n = 0; n < SAMPLES; n++) {
            kinds[n] = x.get(n, 0) > 0 ? 4 : 1;
            prices.set(x.get(n, 1), n, 0);
            prices.set(-x.get(n, 2), n, 1);
        }
        Dataset data =
                Dataset.of(List.of(Samples.of(x)), List.of(Labels.classes(kinds), Labels.targets(Samples.of(prices))));
        TwoHeadsNetwork net = TwoHeadsNetwork.create(1);
        History history = Trainer.of(net, Adam.of(0.01f).over(net.parameters()))
                .epochs(40)
                .batchSize(16)
                .validation(data)
                .metrics(
                        Metrics.accuracy().output(0).label(0).named("kind accuracy"),
                        Metrics.r2().output(1).label(1).named("price R2"))
                .fit(data);
        Evaluation validation = history.last().validation().orElseThrow();
        assertEquals(Set.of("kind accuracy", "price R2"), validation.metrics().keySet());
        assertTrue(validation.metric("kind accuracy") > 0.95, validation.toString());
        assertTrue(validation.metric("price R2") > 0.8, validation.toString());
        assertEquals(
                validation.metric("kind accuracy"),
                Evaluator.of(net).confusionMatrix(data, 0, 0).accuracy());
        // No metric is chosen for several labels, and none is needed.
        assertEquals(Set.of(), Evaluator.of(net).evaluate(data).metrics().keySet());
    }

    @Test
    void batchesHoldWhatBelongsTogether() {
        Tensor a = Subjects.normal(random, 5, 12);
        Tensor b = Subjects.normal(random, 5, 2, 3);
        Dataset data = Dataset.of(List.of(Samples.of(a), Samples.of(b)), List.of());
        TwoInputsNetwork net = TwoInputsNetwork.create(1).eval();
        float[] all = net.forward(a, b).toArray();
        int row = 0;
        for (Batch batch : data.batches(2)) {
            float[] some = net.forward(batch).toArray();
            float[] expected = new float[some.length];
            System.arraycopy(all, 3 * row, expected, 0, some.length);
            assertArrayEquals(expected, some);
            row += batch.size();
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        TwoHeadsNetwork net = TwoHeadsNetwork.create(1);
        Trainer trainer = Trainer.of(net, Adam.of(0.01f).over(net.parameters())).metrics();
        Dataset oneLabel = Dataset.of(Tensor.zeros(3, 16), new int[3]);
        assertEquals(
                "the batch has 1 label, but the network declares 2: give them in order of declaration, as in"
                        + " Batch.of(input, labels)",
                assertThrows(IllegalArgumentException.class, () -> trainer.fit(oneLabel))
                        .getMessage());
        assertEquals(
                "metric \"accuracy\" reads label 7, but the data has 1 label: numbers count from 0; name the metrics that fit,"
                        + " or none, with metrics(...)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> trainer.metrics(
                                                Metrics.accuracy().output(1).label(7))
                                        .fit(oneLabel))
                        .getMessage());
    }
}
