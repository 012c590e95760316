package dev.nacre.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.training.Epoch;
import dev.nacre.training.Evaluation;
import dev.nacre.training.History;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static String verdict(double... validationLosses) {
        List<Epoch> epochs = IntStream.range(0, validationLosses.length)
                .mapToObj(i -> new Epoch(
                        i + 1,
                        new Evaluation(10, 1.0 / (i + 1), Map.of()),
                        Optional.of(new Evaluation(10, validationLosses[i], Map.of())),
                        1))
                .toList();
        return FashionMnistExample.verdict(new History(epochs));
    }

    @Test
    void saysWhetherTheNetworkOverfits() {
        assertEquals(
                "no sign of overfitting: the validation loss never rose while the training loss fell",
                verdict(0.9, 0.8, 0.7));
        assertEquals(
                "no lasting overfitting so far: the validation loss rose while the training loss fell in epoch 2, 4",
                verdict(0.7, 0.8, 0.6, 0.65));
        assertEquals(
                "overfitting since epoch 3: the training loss falls, the validation loss stays above its 0.7000 of epoch 2",
                verdict(0.9, 0.7, 0.8, 0.75));
    }
}
