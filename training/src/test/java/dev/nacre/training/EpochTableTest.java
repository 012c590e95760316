package dev.nacre.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EpochTableTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @Test
    void printsALinePerEpochAndSaysWhenLossesDiverge() {
        Locale.setDefault(Locale.GERMANY);
        String expected = """
                epoch  training loss  validation loss  accuracy  samples/s
                    1         1.0000           0.7000    0.6500       2000
                    2         0.8000           0.9000    0.5500       2000   validation loss rises while training loss falls
                """;
        assertEquals(expected, table(HistoryTest.history(new double[] {1.0, 0.8}, new double[] {0.7, 0.9})));
    }

    @Test
    void withoutValidationItShowsTheTrainingMetrics() {
        String expected = """
                epoch  training loss  accuracy  samples/s
                    1         1.0000    0.5000       2000
                """;
        assertEquals(expected, table(HistoryTest.history(new double[] {1.0}, new double[0])));
    }

    private static String table(History history) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        EpochTable table = EpochTable.to(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        for (int epochs = 1; epochs <= history.epochs().size(); epochs++) {
            table.epochDone(new History(history.epochs().subList(0, epochs)));
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
