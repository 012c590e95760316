package com.example.rings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.training.Evaluator;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RingsTest {
    @Test
    void tellsTheRingsApart() {
        RingClassifierNetwork network = Rings.train(1);
        assertTrue(Evaluator.of(network).evaluate(Rings.points(2)).accuracy() > 0.98);
        RingClassifierPredictor predictor = network.predictor();
        assertEquals(Ring.INNER, predictor.predict(new Point(0, 0)));
        assertEquals(Ring.OUTER, predictor.predict(new Point(-2, 0)));
    }

    @Test
    void keepsWhatItLearned(@TempDir Path folder) throws IOException {
        RingClassifierNetwork network = RingClassifierNetwork.create(3);
        Path file = folder.resolve("rings.safetensors");
        network.save(file);
        Point point = new Point(1.5f, 0.5f);
        float[] expected = network.predictor().probabilities(point);
        assertArrayEquals(expected, RingClassifierNetwork.load(file).predictor().probabilities(point));
    }
}
