package dev.nacre.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nacre.network.Batch;
import dev.nacre.optimizer.Sgd;
import dev.nacre.tensor.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
    private final SoftmaxRegression network = new SoftmaxRegression(2, 3);
    private final List<float[]> weights = new ArrayList<>();

    /** A metric that has the given values, epoch by epoch. */
    private static Metric scripted(boolean higherIsBetter, double... values) {
        int[] epoch = {0};
        return new Metric() {
            @Override
            public String name() {
                return "script";
            }

            @Override
            public boolean higherIsBetter() {
                return higherIsBetter;
            }

            @Override
            public Measurement begin() {
                double value = values[epoch[0]++];
                return new Measurement() {
                    @Override
                    public void add(List<Tensor> outputs, Batch batch) {}

                    @Override
                    public double value() {
                        return value;
                    }
                };
            }
        };
    }

    private History fit(int epochs, Metric metric, EarlyStopping stopping) {
        return Trainer.of(network, Sgd.of(0.5f).over(network.parameters()))
                .epochs(epochs)
                .metrics(metric)
                .earlyStopping(stopping)
                .onEpoch(
                        epoch -> weights.add(network.parameters().get(0).value().toArray()))
                .fit(Blobs.of(60, 1));
    }

    private float[] present() {
        return network.parameters().get(0).value().toArray();
    }

    @Test
    void stopsAfterPatienceAndRestoresTheBest() {
        Metric metric = scripted(true, 0.1, 0.5, 0.4, 0.5, 0.3, 0.9);
        History history = fit(6, metric, EarlyStopping.on(Monitor.of(metric)).patience(3));
        assertEquals(5, history.last().number());
        assertEquals(Optional.of("the script got no better for 3 epochs"), history.stopReason());
        assertEquals(OptionalInt.of(2), history.restoredEpoch());
        assertArrayEquals(weights.get(1), present());
    }

    @Test
    void lowerIsBetterForErrors() {
        Metric metric = scripted(false, 0.5, 0.4, 0.6, 0.7);
        History history = fit(4, metric, EarlyStopping.on(Monitor.of(metric)).patience(2));
        assertEquals(OptionalInt.of(2), history.restoredEpoch());
        assertArrayEquals(weights.get(1), present());
    }

    @Test
    void smallGainsDoNotCount() {
        Metric metric = scripted(true, 0.5, 0.55, 0.59, 0.7, 0.8);
        History history =
                fit(5, metric, EarlyStopping.on(Monitor.of(metric)).patience(2).minimumDelta(0.1));
        assertEquals(3, history.last().number());
        assertEquals(OptionalInt.of(1), history.restoredEpoch());
    }

    @Test
    void theLastEpochMayBeTheBest() {
        Metric metric = scripted(true, 0.1, 0.2, 0.3);
        History history = fit(3, metric, EarlyStopping.on(Monitor.of(metric)).patience(1));
        assertEquals(3, history.last().number());
        assertEquals(Optional.empty(), history.stopReason());
        assertEquals(OptionalInt.empty(), history.restoredEpoch());
        assertArrayEquals(weights.get(2), present());
    }

    @Test
    void restoresAlsoWhereTheTrainingEndsByItself() {
        Metric metric = scripted(true, 0.1, 0.4, 0.3);
        History history = fit(3, metric, EarlyStopping.on(Monitor.of(metric)).patience(2));
        assertEquals(Optional.empty(), history.stopReason());
        assertEquals(OptionalInt.of(2), history.restoredEpoch());
        assertArrayEquals(weights.get(1), present());
    }

    @Test
    void keepsTheLastWeightsWhereToldTo() {
        Metric metric = scripted(true, 0.5, 0.4, 0.3);
        History history =
                fit(3, metric, EarlyStopping.on(Monitor.of(metric)).patience(2).restoreBest(false));
        assertEquals(OptionalInt.empty(), history.restoredEpoch());
        assertArrayEquals(weights.get(2), present());
    }

    /** What is not defined is never the best, and an end of all definition ends the training. */
    @Test
    void whatIsNoNumberIsNoBetter() {
        Metric metric = scripted(true, Double.NaN, 0.2, Double.NaN, Double.NaN);
        History history = fit(4, metric, EarlyStopping.on(Monitor.of(metric)).patience(2));
        assertEquals(OptionalInt.of(2), history.restoredEpoch());
        Metric none = scripted(false, Double.NaN, Double.NaN, Double.NaN);
        History undefined = fit(3, none, EarlyStopping.on(Monitor.of(none)).patience(2));
        assertEquals(2, undefined.epochs().size());
        assertEquals(OptionalInt.empty(), undefined.restoredEpoch());
    }

    @Test
    void watchesLosses() {
        History history = Trainer.of(network, Sgd.of(0f).over(network.parameters()))
                .validation(Blobs.of(9, 2))
                .earlyStopping(EarlyStopping.on(Monitor.validationLoss()).patience(1))
                .fit(Blobs.of(60, 1));
        assertEquals(2, history.epochs().size());
        assertEquals(Optional.of("the validation loss got no better for 1 epoch"), history.stopReason());
    }

    @Test
    void theTableTellsHowItEnded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        EpochTable table = EpochTable.to(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        Metric metric = scripted(true, 0.5, 0.4);
        table.fitted(fit(2, metric, EarlyStopping.on(Monitor.of(metric)).patience(1)));
        assertEquals(
                "the network has the weights of epoch 1 again",
                bytes.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void refusesToWatchWhatIsNotMeasured() {
        assertMessage(
                "early stopping watches the validation loss, but there is no validation data: call validation(data), or"
                        + " watch Monitor.trainingLoss()",
                () -> fit(1, Metrics.accuracy(), EarlyStopping.on(Monitor.validationLoss())));
        assertMessage(
                "early stopping watches \"macro f1\", which is not measured: name it in metrics(...), now accuracy",
                () -> fit(1, Metrics.accuracy(), EarlyStopping.on(Monitor.of(Metrics.f1(Average.MACRO)))));
        assertMessage(
                "patience 0: at least 1",
                () -> EarlyStopping.on(Monitor.trainingLoss()).patience(0));
        assertMessage(
                "minimum delta NaN: a finite number, 0 or more",
                () -> EarlyStopping.on(Monitor.trainingLoss()).minimumDelta(Double.NaN));
        assertThrows(NullPointerException.class, () -> EarlyStopping.on(null));
    }

    private static void assertMessage(String expected, Runnable call) {
        ClassMetricsTest.assertMessage(expected, call);
    }
}
