package dev.nacre.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nacre.data.Dataset;
import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.Sgd;
import dev.nacre.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is wrong is said before anything is trained: the weights stay zero, and the mode is what it was. */
class TrainerErrorsTest {
    private final SoftmaxRegression network = new SoftmaxRegression(2, 3);
    private final Dataset data = Blobs.of(9, 1);

    private Trainer trainer() {
        network.mode(Mode.MONTE_CARLO);
        return Trainer.of(network, Sgd.of(0.5f).over(network.parameters())).epochs(1);
    }

    @AfterEach
    void nothingChanged() {
        assertArrayEquals(new float[6], network.parameters().get(0).value().toArray());
        assertEquals(Mode.MONTE_CARLO, network.mode());
    }

    private static void assertMessage(String expected, Class<? extends RuntimeException> type, Runnable call) {
        assertEquals(expected, assertThrows(type, call::run).getMessage());
    }

    @Test
    void nulls() {
        Trainer trainer = trainer();
        assertMessage("network", NullPointerException.class, () -> Trainer.of(null, Sgd.of(1)));
        assertMessage("optimizer", NullPointerException.class, () -> Trainer.of(network, null));
        assertMessage("data", NullPointerException.class, () -> trainer.fit(null));
        assertMessage(
                "data", NullPointerException.class, () -> Evaluator.of(network).evaluate(null));
        assertMessage("listener", NullPointerException.class, () -> trainer.listener(null));
        assertMessage("validation data", NullPointerException.class, () -> trainer.validation(null));
    }

    @Test
    void anOptimiserWithoutParametersOrOfAnotherNetwork() {
        trainer();
        assertMessage(
                "this optimiser has no parameters yet: call over(network.parameters()) first, as the last option",
                IllegalStateException.class,
                () -> Trainer.of(network, Sgd.of(1)).fit(data));
        Optimizer other = Sgd.of(1).over(new SoftmaxRegression(2, 3).parameters());
        assertMessage(
                "the optimiser changes no parameter of this network: give it over(network.parameters()) of the network to"
                        + " train",
                IllegalStateException.class,
                () -> Trainer.of(network, other).fit(data));
    }

    @Test
    void metricsThatDoNotFit() {
        assertMessage(
                "metric \"R2\" needs targets as label 0 of the data, which has class indices there: name the metrics that"
                        + " fit, or none, with metrics(...)",
                IllegalArgumentException.class,
                () -> trainer().metrics(Metrics.r2()).fit(data));
    }

    /** Thresholds on targets of a regression, or the largest of several, would be numbers that say nothing. */
    @Test
    void metricsOfClassesOnTargets() {
        String remedy = ": name the metrics that fit, or none, with metrics(...)";
        String needs = " needs classes as label 0 of the data, which has ";
        Tensor one = Tensor.of(new float[] {2.5f, 3}, 2, 1);
        for (Metric metric : List.of(
                Metrics.accuracy(), Metrics.topK(1), Metrics.f1(), Metrics.rocAuc(), Metrics.calibrationError())) {
            assertMessage(
                    "metric \"" + metric.name() + "\"" + needs + "the target 2.5 there, and neither 0 nor 1" + remedy,
                    IllegalArgumentException.class,
                    () -> metric.begin().add(List.of(one), Batch.of(one, one)));
        }
        Tensor rows = Tensor.of(new float[] {0.5f, 0.5f, 0, 0, 0.9f, 0.9f}, 2, 3);
        assertMessage(
                "metric \"accuracy\"" + needs + "targets there that are no probabilities of classes, which sum to 1"
                        + remedy,
                IllegalArgumentException.class,
                () -> Metrics.accuracy().begin().add(List.of(rows), Batch.of(rows, rows)));
        assertMessage(
                "metric \"confusion matrix\"" + needs + "the target 2.5 there, and neither 0 nor 1"
                        + ": give the numbers of an output and a label of classes, as in confusionMatrix(data, 1, 1)",
                IllegalArgumentException.class,
                () -> new Confusion(0, 0).add(List.of(one), Batch.of(one, one)));
        trainer();
    }

    @Test
    void dataThatDoesNotFit() {
        assertMessage(
                "label column 0 has 2 samples, but input column 0 has 3: give each sample a value in every column",
                IllegalArgumentException.class,
                () -> trainer().fit(Dataset.of(Tensor.zeros(3, 2), new int[2])));
        assertMessage(
                "batch size 0: at least 1",
                IllegalArgumentException.class,
                () -> Evaluator.of(network).batchSize(0));
    }
}
