package dev.nacre.training;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressListenerTest {
    @Test
    void showsTheEpochAndClearsItself() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ProgressListener listener = new ProgressListener(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        listener.epochStarted(3, 2);
        listener.batchDone(3, 1, 0.5f);
        listener.batchDone(3, 2, 0.25f);
        listener.epochTrained();
        listener.ended();
        String shown = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(shown.contains("epoch 3"), shown);
        assertTrue(shown.endsWith("\r" + " ".repeat(78) + "\r"), shown);
        assertFalse(shown.contains("\n"), shown);
    }
}
