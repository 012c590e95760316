package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes into generated networks and comes out of them: shapes, labels, records, batches of changing sizes. */
class CallsTest {
    private static final Flower FLOWER = new Flower(5.1f, 3.5, 1.4f, 2, true, Species.VERSICOLOR);

    private final Random random = new Random(51);

    static Stream<Subject> all() {
        return Subjects.all();
    }

    /** Rows of a batch are independent in evaluation, so every size gives the rows of the largest. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void batchesGrowAndShrink(Subject subject) {
        Network network = Training.steps(subject, subject.create().apply(1), 2).eval();
        Batch largest = subject.batch(256, 3);
        float[] all = subject.create().apply(1).eval().forward(largest).toArray();
        Network fresh = subject.create().apply(1).eval();
        for (int size : new int[] {1, 7, 256, 3}) {
            Tensor output = fresh.forward(Subject.rows(largest, 0, size));
            assertEquals(size, output.shape()[0]);
            assertArrayEquals(Arrays.copyOf(all, output.elements()), output.toArray());
        }
        for (int size : new int[] {2, 7, 256, 3}) {
            Training.step(subject, network.train(), subject.batch(size, size));
        }
    }

    /** In training too: what a network ran before leaves no trace in its gradients. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void sizesOfEarlierBatchesDoNotMatter(Subject subject) {
        Batch batch = subject.batch(5, 3);
        Network used = subject.create().apply(1);
        Training.step(subject, used, subject.batch(2, 4));
        Training.step(subject, used, subject.batch(64, 4));
        used.eval().forward(subject.batch(100, 4));
        used.parameters().forEach(parameter -> parameter.zeroGrad());
        Network fresh = subject.create().apply(1);
        fresh.state()
                .forEach((name, tensor) ->
                        System.arraycopy(used.state().get(name).data(), 0, tensor.data(), 0, tensor.elements()));
        float[] expected = Training.step(subject, fresh.train().step(9), batch).toArray();
        assertArrayEquals(
                expected, Training.step(subject, used.train().step(9), batch).toArray());
        for (int i = 0; i < fresh.parameters().size(); i++) {
            assertArrayEquals(
                    fresh.parameters().get(i).gradients(),
                    used.parameters().get(i).gradients());
        }
    }

    /** Two results can be compared; the third call takes the first one's place. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void theLastTwoResultsStay(Subject subject) {
        Network network = subject.create().apply(1).eval();
        Tensor first = network.forward(subject.batch(4, 1));
        float[] before = first.toArray();
        Tensor second = network.forward(subject.batch(4, 2));
        assertArrayEquals(before, first.toArray());
        assertTrue(!Arrays.equals(before, second.toArray()));
    }

    @Test
    void labelsComeInSeveralForms() {
        IrisNetwork iris = IrisNetwork.create(1).eval();
        Tensor flowers = IrisNetwork.encode(FLOWER, FLOWER, FLOWER);
        int[] indices = {2, 0, 1};
        Species[] species = {Species.VIRGINICA, Species.SETOSA, Species.VERSICOLOR};
        float loss = iris.loss(flowers, indices);
        assertEquals(loss, iris.loss(flowers, species));
        assertEquals(loss, iris.loss(Batch.of(flowers, indices)));

        XorNetwork xor = XorNetwork.create(1).eval();
        Tensor bits = Subjects.normal(random, 3, 2);
        float[] truths = {0, 1, 1};
        assertEquals(xor.loss(bits, truths), xor.loss(bits, Tensor.of(truths, 3, 1)));
        assertEquals(xor.loss(bits, truths), xor.loss(Batch.of(bits, Tensor.of(truths, 3, 1))));

        TwoHeadsNetwork heads = TwoHeadsNetwork.create(1).eval();
        Tensor x = Subjects.normal(random, 2, 16);
        float[] prices = {1, 2, 3, 4};
        int[] kinds = {0, 5};
        assertEquals(
                heads.loss(x, kinds, prices),
                heads.loss(new Batch(List.of(x), List.of(kinds, Tensor.of(prices, 2, 2)))));
    }

    /** What a caller gave stays as it was, whatever follows. */
    @Test
    void labelsOfTheCallerAreNotWritten() {
        IrisNetwork net = IrisNetwork.create(1);
        Tensor flowers = IrisNetwork.encode(FLOWER, FLOWER);
        int[] indices = {2, 1};
        net.loss(flowers, indices);
        net.loss(flowers, new Species[] {Species.SETOSA, Species.SETOSA});
        assertArrayEquals(new int[] {2, 1}, indices);
    }

    @Test
    void sayWhatIsWrongWithAnInput() {
        SmallMlpNetwork net = SmallMlpNetwork.create(1);
        assertWrong(
                "input image has shape (6, 16): expected (batch, 1, 4, 4); if it holds the same elements row by row, use"
                        + " reshape(6, 1, 4, 4)",
                () -> net.forward(Tensor.zeros(6, 16)));
        assertWrong(
                "input image has shape (1, 4, 4): expected (batch, 1, 4, 4); a single sample needs a batch axis too: use"
                        + " reshape(1, 1, 4, 4)",
                () -> net.forward(Tensor.zeros(1, 4, 4)));
        assertWrong(
                "input image has an empty batch, shape (0, 1, 4, 4): expected (batch, 1, 4, 4) with at least one sample",
                () -> net.forward(Tensor.zeros(0, 1, 4, 4)));
        assertWrong(
                "input image is null: expected a tensor of shape (batch, 1, 4, 4)", () -> net.forward((Tensor) null));
        TwoInputsNetwork two = TwoInputsNetwork.create(1);
        assertWrong(
                "input b has 3 samples, but the first input has 2: all inputs need the same batch",
                () -> two.forward(Tensor.zeros(2, 12), Tensor.zeros(3, 2, 3)));
        assertWrong(
                "the batch has 1 input, but the network declares 2: give them in order of declaration",
                () -> two.forward(Batch.of(Tensor.zeros(2, 12))));
    }

    @Test
    void sayWhatIsWrongWithALabel() {
        SmallMlpNetwork net = SmallMlpNetwork.create(1);
        Tensor image = Subjects.normal(random, 2, 1, 4, 4);
        assertWrong(
                "label label has the class index 5 at index 1: allowed are 0 to 4, and -100 for none; if the classes count from 1, subtract 1",
                () -> net.loss(image, new int[] {0, 5}));
        assertWrong(
                "label label has the class index -1 at index 0: allowed are 0 to 4, and -100 for none",
                () -> net.loss(image, new int[] {-1, 0}));
        assertWrong(
                "label label has length 3 for a batch of 2 samples: give one class index per sample",
                () -> net.loss(image, new int[3]));
        assertWrong(
                "the batch has 0 labels, but the network declares 1: label, number 1, is missing: give them in order of"
                        + " declaration, as in Batch.of(input, labels)",
                () -> net.loss(Batch.of(image)));
        IrisNetwork iris = IrisNetwork.create(1);
        Tensor flowers = IrisNetwork.encode(FLOWER, FLOWER);
        assertWrong("label species is null at index 1", () -> iris.loss(flowers, new Species[] {Species.SETOSA, null}));
        TwoHeadsNetwork heads = TwoHeadsNetwork.create(1);
        Tensor x = Subjects.normal(random, 2, 16);
        assertWrong(
                "target target has shape (2, 3): expected (batch, 2)",
                () -> heads.loss(x, new int[2], Tensor.zeros(2, 3)));
        assertWrong(
                "target target has length 5: expected 4 values, 2 per sample for 2 samples",
                () -> heads.loss(x, new int[2], new float[5]));
    }

    /** Nothing of a call that was refused is counted or kept. */
    @Test
    void aRefusedCallChangesNothing() {
        SmallMlpNetwork net = SmallMlpNetwork.create(1);
        Tensor image = Subjects.normal(random, 2, 1, 4, 4);
        net.loss(image, new int[2]);
        assertThrows(IllegalArgumentException.class, () -> net.loss(image, new int[] {0, 9}));
        assertEquals(1, net.step());
        net.backward();
    }

    @Test
    void recordsBecomeTensors() {
        assertArrayEquals(
                new float[] {5.1f, 3.5f, 1.4f, 2, 1, 0, 1, 0},
                IrisNetwork.encode(FLOWER).toArray());
        assertArrayEquals(new int[] {2, 8}, IrisNetwork.encode(FLOWER, FLOWER).shape());
        assertWrong(
                "Flower.petalLength is null: every component of a record needs a value; give it one, or put @Missing,"
                        + " @Standardize or @MinMax on the component, which allow it to be missing",
                () -> IrisNetwork.encode(new Flower(1, 1, null, 1, true, Species.SETOSA)));
        assertWrong(
                "Flower.guess is null: every component of a record needs a value; give it one, or put @Missing on the"
                        + " component, which allows it to be missing",
                () -> IrisNetwork.encode(new Flower(1, 1, 1f, 1, true, null)));
    }

    /** Typed in, typed out, in evaluation whatever the mode. */
    @Test
    @SuppressWarnings("EnumOrdinal")
    void predictsInTheUsersTypes() {
        IrisNetwork net = IrisNetwork.create(3);
        Training.steps(subject("Iris"), net, 5);
        IrisPredictor predictor = net.predictor();
        for (Species guess : Species.values()) {
            Flower flower = new Flower(6.1f, 3.5, 4.4f, 1, false, guess);
            float[] logits = net.eval().forward(IrisNetwork.encode(flower)).toArray();
            int largest = 0;
            double sum = 0;
            for (int c = 0; c < 3; c++) {
                largest = logits[c] > logits[largest] ? c : largest;
                sum += Math.exp(logits[c]);
            }
            net.train();
            long step = net.step();
            assertEquals(Species.values()[largest], net.predict(flower));
            assertEquals(Species.values()[largest], predictor.predict(flower));
            assertEquals(step, net.step());
            assertEquals(Mode.TRAIN, net.mode());
            float[] probabilities = net.probabilities(flower);
            assertArrayEquals(probabilities, predictor.probabilities(flower), 1e-6f);
            for (int c = 0; c < 3; c++) {
                assertEquals(Math.exp(logits[c]) / sum, probabilities[c], 1e-6);
            }
        }
    }

    private static Subject subject(String name) {
        return Subjects.all()
                .filter(subject -> subject.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertWrong(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
