package dev.nacre.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.data.Dataset;
import dev.nacre.network.Mode;
import dev.nacre.optimizer.Sgd;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private final SoftmaxRegression network = new SoftmaxRegression(2, 3);

    private Trainer trainer() {
        return Trainer.of(network, Sgd.of(0.5f).over(network.parameters()))
                .batchSize(32)
                .epochs(5);
    }

    @Test
    void learnsAndTellsHow() {
        History history = trainer().validation(Blobs.of(90, 2)).fit(Blobs.of(300, 1));

        assertEquals(
                List.of(1, 2, 3, 4, 5),
                history.epochs().stream().map(Epoch::number).toList());
        assertTrue(history.last().trainingLoss() < history.epochs().get(0).trainingLoss());
        assertTrue(history.last().validationLoss().getAsDouble() < 0.1);
        assertTrue(history.last().validation().get().accuracy() > 0.97);
        assertEquals(300, history.last().training().samples());
        assertEquals(90, history.last().validation().get().samples());
        assertTrue(history.last().samplesPerSecond() > 0);
    }

    @Test
    void sameSeedGivesSameBitsAndAnotherDoesNot() {
        assertArrayEquals(weights(7, true), weights(7, true));
        assertFalse(List.of(boxed(weights(7, true))).equals(List.of(boxed(weights(8, true)))));
        assertArrayEquals(weights(7, false), weights(8, false));
    }

    private static float[] weights(long seed, boolean shuffle) {
        SoftmaxRegression network = new SoftmaxRegression(2, 3);
        Trainer.of(network, Sgd.of(0.5f).over(network.parameters()))
                .seed(seed)
                .shuffle(shuffle)
                .epochs(2)
                .fit(Blobs.of(100, 1));
        return network.parameters().get(0).value().toArray();
    }

    private static Float[] boxed(float[] values) {
        Float[] boxed = new Float[values.length];
        for (int i = 0; i < values.length; i++) {
            boxed[i] = values[i];
        }
        return boxed;
    }

    @Test
    void keepsTheSmallerLastBatchUnlessToldNotTo() {
        trainer().epochs(1).listener(forgetting()).fit(Blobs.of(70, 1));
        assertEquals(List.of(32, 32, 6), network.batchSizes);

        History history =
                trainer().epochs(1).listener(forgetting()).dropLast(true).fit(Blobs.of(70, 1));
        assertEquals(List.of(32, 32), network.batchSizes);
        assertEquals(64, history.last().training().samples());
    }

    /** Of what the network was asked before the first batch. */
    private TrainingListener forgetting() {
        return new TrainingListener() {
            @Override
            public void epochStarted(int epoch, int batches) {
                network.batchSizes.clear();
                network.lossModes.clear();
            }
        };
    }

    @Test
    void meanLossWeighsSamplesNotBatches() {
        Dataset data = Blobs.of(33, 1);
        List<Float> losses = new ArrayList<>();
        History history = trainer()
                .epochs(1)
                .listener(new TrainingListener() {
                    @Override
                    public void batchDone(int epoch, int batch, float loss) {
                        losses.add(loss);
                    }
                })
                .fit(data);
        assertEquals((losses.get(0) * 32.0 + losses.get(1)) / 33, history.last().trainingLoss(), 1e-12);
    }

    @Test
    void validatesInEvaluationModeAndRestoresTheMode() {
        network.mode(Mode.MONTE_CARLO);
        trainer().epochs(1).validation(Blobs.of(3, 2)).listener(forgetting()).fit(Blobs.of(32, 1));
        assertEquals(List.of(Mode.TRAIN, Mode.EVAL), network.lossModes);
        assertEquals(Mode.MONTE_CARLO, network.mode());
    }

    @Test
    void restoresTheModeAndTellsListenersWhenACallbackThrows() {
        network.eval();
        List<String> told = new ArrayList<>();
        Trainer trainer = trainer()
                .onEpoch(epoch -> {
                    throw new IllegalStateException("enough");
                })
                .listener(new TrainingListener() {
                    @Override
                    public void ended() {
                        told.add("ended");
                    }
                });
        assertThrows(IllegalStateException.class, () -> trainer.fit(Blobs.of(32, 1)));
        assertEquals(Mode.EVAL, network.mode());
        assertEquals(List.of("ended"), told);
    }

    @Test
    void stopsEarly() {
        List<Integer> epochs = new ArrayList<>();
        History history = trainer()
                .onEpoch(epoch -> epochs.add(epoch.number()))
                .stopWhen(h -> h.last().number() == 2)
                .fit(Blobs.of(32, 1));
        assertEquals(2, history.epochs().size());
        assertEquals(List.of(1, 2), epochs);
    }

    @Test
    void nonFiniteLossStopsBeforeTheStepAndNamesThePlace() {
        float[][] points = new float[64][2];
        points[40][1] = Float.NaN;
        Dataset data = Dataset.of(points, new int[64]);
        NonFiniteException e = assertThrows(
                NonFiniteException.class, () -> trainer().shuffle(false).fit(data));
        assertEquals(
                "the training loss is NaN in epoch 1, batch 2 of 2. The network is as it was before this batch. Lower the"
                        + " learning rate (now 0.5), clip gradients, or look for very large values in the data",
                e.getMessage());
        assertTrue(Float.isFinite(network.parameters().get(0).value().get(0, 0)));
    }

    @Test
    void nonFiniteValidationLossIsNamedToo() {
        Dataset broken = Dataset.of(new float[][] {{Float.NaN, 0}}, new int[] {0});
        NonFiniteException e = assertThrows(
                NonFiniteException.class, () -> trainer().validation(broken).fit(Blobs.of(32, 1)));
        assertTrue(e.getMessage().startsWith("the validation loss is NaN after epoch 1"), e.getMessage());
    }

    @Test
    void refusesWhatCannotTrain() {
        assertMessage("batch size 0: at least 1", () -> trainer().batchSize(0));
        assertMessage("epochs 0: at least 1", () -> trainer().epochs(0));
        assertMessage(
                "no batch to train with: 0 samples, batch size 32",
                () -> trainer().fit(Blobs.of(9, 1).take(0)));
        assertMessage(
                "no batch to train with: 9 samples, batch size 32, and smaller batches are left out",
                () -> trainer().dropLast(true).fit(Blobs.of(9, 1)));
        assertMessage(
                "no sample to validate with: the validation data is empty",
                () -> trainer().validation(Blobs.of(9, 1).take(0)).fit(Blobs.of(9, 1)));
    }

    private static void assertMessage(String expected, Runnable call) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Test
    void metricsCanBeChosenOrLeftOut() {
        Metric first = Metrics.accuracy().named("top");
        Evaluation training =
                trainer().epochs(1).metrics(first).fit(Blobs.of(9, 1)).last().training();
        assertEquals(Set.of("top"), training.metrics().keySet());
        assertEquals(
                Set.of(),
                trainer()
                        .epochs(1)
                        .metrics()
                        .fit(Blobs.of(9, 1))
                        .last()
                        .training()
                        .metrics()
                        .keySet());
    }
}
