package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What predictors give of a batch beside their first output, against definitions in double precision. */
class PredictorOutputsTest {
    private static final float TOLERANCE = 1e-6f;

    /** What is decided is not the first output, and an input has the name of a local. */
    @Network
    interface Second {
        @Dense(2)
        Tensor size(@In(4) Tensor scores);

        @Dense
        Tensor kind(Tensor scores);

        @CrossEntropy
        Loss loss(Tensor kind, Species species);
    }

    @Test
    void softmaxOfLogits() {
        SmallMlpNetwork net = SmallMlpNetwork.create(3).eval();
        SmallMlpPredictor predictor = net.predictor();
        Tensor x = random(7, 1, 4, 4);
        float[] logits = predictor.forward(x).toArray();
        Tensor probabilities = predictor.probabilities(x);
        assertArrayEquals(new int[] {7, 5}, probabilities.shape());
        assertArrayEquals(softmax(logits, 5), probabilities.toArray(), TOLERANCE);
    }

    @Test
    void sigmoidOfEachElement() {
        LossKinds_SeveralPredictor predictor =
                LossKinds_SeveralNetwork.create(3).predictor();
        Tensor x = random(4, 4);
        float[] expected = predictor.forward(x).toArray();
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (float) (1 / (1 + Math.exp(-expected[i])));
        }
        assertArrayEquals(expected, predictor.probabilities(x).toArray(), TOLERANCE);
    }

    @Test
    void probabilitiesOfAnOutputThatIsNotTheFirst() {
        PredictorOutputsTest_SecondPredictor predictor =
                PredictorOutputsTest_SecondNetwork.create(3).predictor();
        Tensor x = random(6, 4);
        predictor.forward(x);
        float[] logits = predictor.outputs().get(1).toArray();
        assertArrayEquals(softmax(logits, 3), predictor.probabilities(x).toArray(), TOLERANCE);
    }

    @Test
    void allOutputs() {
        TwoHeadsNetwork net = TwoHeadsNetwork.create(3).eval();
        TwoHeadsPredictor predictor = net.predictor();
        Tensor x = random(5, 16);
        net.forward(x);
        Tensor first = predictor.forward(x);
        List<Tensor> outputs = predictor.outputs();
        assertEquals(3, outputs.size());
        assertArrayEquals(first.toArray(), outputs.get(0).toArray());
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(net.outputs().get(i).shape(), outputs.get(i).shape());
            assertArrayEquals(net.outputs().get(i).toArray(), outputs.get(i).toArray());
        }
    }

    private static Tensor random(int... shape) {
        Tensor x = Tensor.zeros(shape);
        Random random = new Random(7);
        for (int i = 0; i < x.elements(); i++) {
            x.data()[i] = (float) random.nextGaussian();
        }
        return x;
    }

    private static float[] softmax(float[] scores, int classes) {
        float[] probabilities = new float[scores.length];
        for (int row = 0; row < scores.length; row += classes) {
            double sum = 0;
            for (int i = row; i < row + classes; i++) {
                sum += Math.exp(scores[i]);
            }
            for (int i = row; i < row + classes; i++) {
                probabilities[i] = (float) (Math.exp(scores[i]) / sum);
            }
        }
        return probabilities;
    }
}
