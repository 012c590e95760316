package dev.nacre.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class HistoryTest {
    static History history(double[] training, double[] validation) {
        List<Epoch> epochs = new ArrayList<>();
        for (int i = 0; i < training.length; i++) {
            epochs.add(new Epoch(
                    i + 1,
                    new Evaluation(1000, training[i], Map.of("accuracy", 1 - training[i] / 2)),
                    validation.length == 0
                            ? Optional.empty()
                            : Optional.of(
                                    new Evaluation(100, validation[i], Map.of("accuracy", 1 - validation[i] / 2))),
                    0.5));
        }
        return new History(epochs);
    }

    @Test
    void overfitsFromTheEpochAfterTheBest() {
        History history = history(new double[] {1.0, 0.8, 0.6, 0.4}, new double[] {1.0, 0.7, 0.9, 0.8});
        assertEquals(2, history.best().get().number());
        assertEquals(OptionalInt.of(3), history.overfittingSince());
        assertEquals(OptionalInt.empty(), history.overfittingSince(3));
        assertEquals(
                List.of(3), history.divergences().stream().map(Epoch::number).toList());
    }

    @Test
    void oneRiseAtTheEndCanBeChance() {
        History history = history(new double[] {1.0, 0.8, 0.6}, new double[] {1.0, 0.7, 0.9});
        assertEquals(OptionalInt.empty(), history.overfittingSince());
        assertEquals(OptionalInt.of(3), history.overfittingSince(1));
    }

    @Test
    void aRisingTrainingLossIsNotOverfitting() {
        History history = history(new double[] {1.0, 1.1, 1.2}, new double[] {1.0, 1.1, 1.2});
        assertEquals(OptionalInt.empty(), history.overfittingSince());
        assertEquals(List.of(), history.divergences());
    }

    @Test
    void withoutValidationNothingIsKnown() {
        History history = history(new double[] {1.0, 0.5, 0.2}, new double[0]);
        assertEquals(Optional.empty(), history.best());
        assertEquals(OptionalInt.empty(), history.overfittingSince());
        assertEquals(2000, history.last().samplesPerSecond());
    }

    @Test
    void saysInOneLineHowItWent() {
        History history = history(new double[] {1.0, 0.5}, new double[] {1.5, 0.75});
        String losses = "2 epochs; training loss 0.5000, accuracy 0.7500; validation loss 0.7500, accuracy 0.6250";
        assertEquals(losses, history.toString());
        assertEquals(
                losses + "; stopped: enough; has the weights of epoch 1",
                new History(history.epochs(), Optional.of("enough"), OptionalInt.of(1)).toString());
        assertEquals(
                "1 epoch; training loss 1.0000, accuracy 0.5000",
                history(new double[] {1.0}, new double[0]).toString());
        assertEquals("no epochs", new History(List.of()).toString());
    }

    @Test
    void anEmptyHistorySaysSo() {
        History empty = new History(List.of());
        assertEquals(OptionalInt.empty(), empty.overfittingSince());
        assertEquals(
                "no epoch is done yet",
                assertThrows(IllegalStateException.class, empty::last).getMessage());
    }
}
