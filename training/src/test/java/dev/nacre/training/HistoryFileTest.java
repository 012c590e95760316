package dev.nacre.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryFileTest {
    @Test
    void readsWhatItWrites() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("R2 = #1 \\ ü\n", -0.1);
        metrics.put("ROC AUC", Double.NaN);
        List<Epoch> epochs = List.of(
                new Epoch(1, new Evaluation(70, 1 / 3.0, metrics), Optional.empty(), 0.1),
                new Epoch(
                        2,
                        new Evaluation(70, 1e-300, Map.of()),
                        Optional.of(new Evaluation(9, Double.POSITIVE_INFINITY, metrics)),
                        2e9));
        String text = HistoryFile.text(epochs);
        assertEquals(epochs, HistoryFile.read(text, Path.of("x")));
        assertEquals(text, HistoryFile.text(HistoryFile.read(text, Path.of("x"))));
    }

    @Test
    void refusesOtherFiles() {
        for (String text : new String[] {"", "epochs=1", "epochs=many"}) {
            assertEquals(
                    "x is no history of a training: delete this checkpoint to resume from the one before",
                    assertThrows(IllegalArgumentException.class, () -> HistoryFile.read(text, Path.of("x")))
                            .getMessage());
        }
    }
}
