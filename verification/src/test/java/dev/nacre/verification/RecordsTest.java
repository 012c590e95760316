package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import dev.nacre.optimizer.Adam;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.tensor.Tensor;
import dev.nacre.verification.Passenger.Deck;
import dev.nacre.verification.Passenger.Port;
import dev.nacre.verification.Passenger.Sex;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers on the components of a record: what each makes of its column, and what is kept. */
class RecordsTest {
    private static final Passenger FULL =
            new Passenger(22f, 7.25, Sex.MALE, Port.SOUTHAMPTON, 1, true, Deck.LOWER, 2f, 1912, Deck.UPPER);
    private static final Passenger BARE =
            new Passenger(null, Double.NaN, Sex.FEMALE, null, 0, null, null, Float.NaN, 1914, Deck.LOWER);
    private static final Passenger THIRD =
            new Passenger(40f, 71.5, Sex.FEMALE, Port.CHERBOURG, 2, false, Deck.UPPER, 0f, 1916, Deck.LOWER);

    @TempDir
    private Path folder;

    @Test
    void columns() {
        float nan = Float.NaN;
        assertArrayEquals(
                new float[] {
                    22, 7.25f, 0, 1, 2, 1, 1, 0, 1, 0, 2, 1912, 0, //
                    nan, nan, 1, 0, 3, 0, nan, 0, 0, 1, nan, 1914, 1
                },
                SurvivalNetwork.encode(FULL, BARE).toArray());
    }

    /** With a layer on the component or without: no layer makes anything of an infinity. */
    @Test
    void infinitiesAndNullAreRefused() {
        String remedy = " is Infinity as a float: every component of a record is finite; give it a finite value";
        Passenger rich = new Passenger(
                22f, 1e300, Sex.MALE, Port.SOUTHAMPTON, 1, true, Deck.LOWER, Float.POSITIVE_INFINITY, 1912, Deck.UPPER);
        Passenger wide = new Passenger(
                22f, 7, Sex.MALE, Port.SOUTHAMPTON, 1, true, Deck.LOWER, Float.POSITIVE_INFINITY, 1912, Deck.UPPER);
        Flower flower = new Flower(1f, 1, Float.POSITIVE_INFINITY, 1, true, Species.SETOSA);
        SurvivalNetwork net = SurvivalNetwork.create(1);
        assertEquals("Passenger.fare" + remedy, refusal(() -> SurvivalNetwork.encode(FULL, rich)));
        assertEquals("Passenger.cabin" + remedy, refusal(() -> net.predictor().predict(wide)));
        assertEquals(
                "Flower.petalLength" + remedy,
                refusal(() -> IrisNetwork.create(1).predict(flower)));
        String missing = "a sample is null: give one Passenger for each";
        assertEquals(missing, refusal(() -> SurvivalNetwork.encode((Passenger[]) null)));
        assertEquals(missing, refusal(() -> SurvivalNetwork.encode(FULL, null)));
        assertEquals(missing, refusal(() -> net.predict(null)));
        assertEquals(missing, refusal(() -> net.predictor().probabilities((Passenger) null)));
    }

    @Test
    void namesStatisticsAndTables() {
        Map<String, Tensor> state = SurvivalNetwork.create(1).state();
        assertEquals(
                List.of(
                        "passenger.age.standardize.count",
                        "passenger.age.standardize.running_mean",
                        "passenger.age.standardize.running_var",
                        "passenger.below.embedding.weight",
                        "passenger.cabin.standardize.count",
                        "passenger.cabin.standardize.running_mean",
                        "passenger.cabin.standardize.running_var",
                        "passenger.fare.minMax.max",
                        "passenger.fare.minMax.min",
                        "passenger.port.embedding.weight",
                        "passenger.year.minMax.max",
                        "passenger.year.minMax.min"),
                state.keySet().stream()
                        .filter(name -> name.startsWith("passenger."))
                        .sorted()
                        .toList());
        assertArrayEquals(
                new int[] {4, 3}, state.get("passenger.port.embedding.weight").shape());
        assertArrayEquals(
                new int[] {2, 2}, state.get("passenger.below.embedding.weight").shape());
    }

    /** An embedding starts from N(0, 1), as PyTorch's. */
    @Test
    void embeddingsStartNormal() {
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int seed = 0; seed < 500; seed++) {
            for (float weight : SurvivalNetwork.create(seed)
                    .state()
                    .get("passenger.port.embedding.weight")
                    .data()) {
                sum += weight;
                squares += (double) weight * weight;
                n++;
            }
        }
        assertEquals(0, sum / n, 0.05);
        assertEquals(1, squares / n, 0.06);
    }

    /** Before anything is seen numbers stay as they are; a missing one is the mean, or the middle of the range. */
    @Test
    void vectorsBeforeTraining() {
        SurvivalNetwork net = SurvivalNetwork.create(1).eval();
        float[] table = net.state().get("passenger.port.embedding.weight").toArray();
        float[] below = net.state().get("passenger.below.embedding.weight").toArray();
        float one = (float) (1 / Math.sqrt(1 + 1e-5));
        assertArrayEquals(
                new float[] {
                    22 * one, 7.25f, 0, 1, table[6], table[7], table[8], 1, 1, 0, 0, 1, 0, 2 * one, 1912, below[0],
                    below[1]
                },
                vector(net, FULL),
                1e-5f);
        assertArrayEquals(
                new float[] {
                    0, 0, 1, 0, table[9], table[10], table[11], 0, 0.5f, 1, 0, 0, 1, 4 * one, 1914, below[2], below[3]
                },
                vector(net, BARE),
                1e-5f);
    }

    /** What is missing is left out of what was seen, unless something stands for it before. */
    @Test
    void statisticsAndVectorsAfterTraining() {
        SurvivalNetwork net = SurvivalNetwork.create(1).train();
        net.loss(SurvivalNetwork.encode(FULL, BARE), new int[] {0, 1});
        net.loss(SurvivalNetwork.encode(THIRD), new int[] {1});
        Map<String, Tensor> state = net.state();
        assertEquals(2, state.get("passenger.age.standardize.count").get(0));
        assertEquals(31, state.get("passenger.age.standardize.running_mean").get(0));
        assertEquals(81, state.get("passenger.age.standardize.running_var").get(0));
        assertEquals(7.25f, state.get("passenger.fare.minMax.min").get(0));
        assertEquals(71.5f, state.get("passenger.fare.minMax.max").get(0));
        assertEquals(3, state.get("passenger.cabin.standardize.count").get(0));
        assertEquals(2, state.get("passenger.cabin.standardize.running_mean").get(0));
        net.eval();
        float[] full = vector(net, FULL);
        assertEquals(-9 / Math.sqrt(81 + 1e-5), full[0], 1e-6);
        assertEquals(-1, full[1]);
        assertEquals(0, full[13], 1e-6);
        assertEquals(0, full[14]);
        float[] bare = vector(net, BARE);
        assertEquals(0, bare[0]);
        assertEquals(0, bare[1]);
        assertEquals(2 / Math.sqrt(8 / 3.0 + 1e-5), bare[13], 1e-6);
        assertEquals(0.5, bare[14]);
        float[] third = vector(net, THIRD);
        assertEquals(1, third[1], 1e-6);
        assertEquals(1, third[14]);
        float[] beyond = vector(net, new Passenger(null, 200, Sex.MALE, null, 0, null, null, 0, 1920, Deck.UPPER));
        assertEquals(2, beyond[14], 1e-6);
        assertTrue(beyond[1] > 1);
    }

    /** The vector of a record, read back through the block that has it on an edge of its own. */
    private static float[] vector(SurvivalNetwork net, Passenger passenger) {
        Parameter weight = parameter(net, "logits.passenger.dense.weight");
        Parameter bias = parameter(net, "logits.passenger.dense.bias");
        Parameter end = parameter(net, "logits.dense.weight");
        Parameter endBias = parameter(net, "logits.dense.bias");
        int width = weight.values().length / 8;
        float[] vector = new float[width];
        Arrays.fill(bias.values(), 0);
        Arrays.fill(endBias.values(), 0);
        Arrays.fill(end.values(), 0);
        end.values()[0] = 1;
        for (int i = 0; i < width; i++) {
            Arrays.fill(weight.values(), 0);
            weight.values()[i] = 1;
            vector[i] = net.logits(Tensor.zeros(1, 8), passenger).get(0, 0);
        }
        return vector;
    }

    private static Parameter parameter(Network net, String name) {
        return net.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void refusesPlacesThatAreNone() {
        SurvivalNetwork net = SurvivalNetwork.create(1);
        Tensor passengers = SurvivalNetwork.encode(FULL, THIRD);
        Tensor before = net.state().get("passenger.age.standardize.count");
        long step = net.step();
        for (float wrong : new float[] {4, -1, 0.5f, Float.NaN}) {
            passengers.set(wrong, 1, 4);
            String text =
                    "Passenger.port is " + wrong + " in sample 1, column 4: expected the place of an enum constant,"
                            + " a whole number from 0 to 3, as encode(...) writes it";
            assertEquals(text, refusal(() -> net.forward(passengers)));
            assertEquals(text, refusal(() -> net.loss(passengers, new int[2])));
            assertEquals(text, refusal(() -> net.predictor().forward(passengers)));
        }
        assertEquals(0, before.get(0));
        assertEquals(step, net.step());
        assertEquals(
                "Passenger.sex is null: every component of a record needs a value; give it one, or put @Missing on the"
                        + " component, which allows it to be missing",
                refusal(() -> net.predict(new Passenger(1f, 1, null, null, 0, null, null, 0, 0, Deck.UPPER))));
        assertEquals(
                "Passenger.below is null: every component of a record needs a value; give it one, or put @Missing on the"
                        + " component, which allows it to be missing",
                refusal(() -> net.predict(new Passenger(1f, 1, Sex.MALE, null, 0, null, null, 0, 0, null))));
    }

    private static String refusal(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    /** Flower has nothing that allows a number to be missing. */
    @Test
    void refusesNumbersThatAreMissing() {
        assertEquals(
                "Flower.sepalWidth is NaN: every component of a record needs a value; give it one, or put @Missing,"
                        + " @Standardize or @MinMax on the component, which allow it to be missing",
                refusal(() -> IrisNetwork.encode(new Flower(1, Double.NaN, 1f, 1, true, Species.SETOSA))));
    }

    /** Typed calls, tensors, predictors and files agree, with everything that may be missing. */
    @Test
    void allWaysAgree() {
        SurvivalNetwork net = SurvivalNetwork.create(5);
        Random random = new Random(8);
        Optimizer adam = Adam.of(0.01f).over(net.parameters());
        float first = 0;
        float last = 0;
        Passenger[] passengers = Subjects.passengers(random, 64);
        Survival.Outcome[] outcomes = Arrays.stream(passengers)
                .map(passenger -> passenger.port() == Port.CHERBOURG || passenger.age() == null
                        ? Survival.Outcome.SAVED
                        : Survival.Outcome.LOST)
                .toArray(Survival.Outcome[]::new);
        for (int i = 0; i < 300; i++) {
            last = net.loss(SurvivalNetwork.encode(passengers), outcomes);
            first = i == 0 ? last : first;
            net.backpropagate();
            adam.step();
        }
        assertTrue(last < 0.3f * first, first + " to " + last);
        Path file = folder.resolve("survival.safetensors");
        net.eval().save(file);
        SurvivalNetwork loaded = SurvivalNetwork.load(file);
        SurvivalPredictor predictor = loaded.predictor();
        int right = 0;
        for (int i = 0; i < passengers.length; i++) {
            Passenger passenger = passengers[i];
            assertEquals(net.predict(passenger), loaded.predict(passenger));
            assertEquals(net.predict(passenger), predictor.predict(passenger));
            assertArrayEquals(net.probabilities(passenger), loaded.probabilities(passenger));
            assertArrayEquals(net.probabilities(passenger), predictor.probabilities(passenger), 1e-5f);
            Tensor logits = net.forward(SurvivalNetwork.encode(passenger));
            assertArrayEquals(
                    logits.toArray(),
                    net.logits(net.narrow(net.hidden(passenger)), passenger).toArray());
            right += net.predict(passenger) == outcomes[i] ? 1 : 0;
        }
        assertTrue(right > 55, right + " of 64");
    }

    /** Only the rows of constants that a batch has get a gradient. */
    @Test
    void gradientsOfEmbeddings() {
        SurvivalNetwork net = SurvivalNetwork.create(5);
        net.loss(SurvivalNetwork.encode(FULL, BARE, FULL), new int[] {0, 1, 1});
        Tensor gradient = net.backward();
        float[] rows = parameter(net, "passenger.port.embedding.weight").gradients();
        for (int i = 0; i < 6; i++) {
            assertEquals(0, rows[i]);
        }
        for (int i = 6; i < 12; i++) {
            assertFalse(rows[i] == 0);
        }
        for (int n = 0; n < 3; n++) {
            assertEquals(0, gradient.get(n, 4));
            assertEquals(0, gradient.get(n, 12));
        }
        for (int column : new int[] {0, 1, 6, 10}) {
            assertEquals(0, gradient.get(1, column));
            assertFalse(gradient.get(0, column) == 0);
        }
    }

    /** Every column's gradient by hand: the weights of its elements, times what its layer scales by. */
    @Test
    void gradientsOfColumns() {
        FaresNetwork net = FaresNetwork.create(5);
        net.forward(FaresNetwork.encode(FULL, BARE, THIRD));
        float[] gradient = net.backward(Training.ones(Tensor.zeros(3, 2))).toArray();
        float[] weights = net.state().get("fare.dense.weight").data();
        double age = 1 / Math.sqrt(81 + 1e-5);
        double cabin = 1 / Math.sqrt(8 / 3.0 + 1e-5);
        // Elements: 0 age, 1 fare, 2 sex, 4 port, 7 siblings, 8 alone, 9 its indicator, 10 deck, 13 cabin, 14 year, 15
        // below.
        int[] elements = {0, 1, 2, 3, -1, 7, 8, 10, 11, 12, 13, 14, -1};
        double[] scales = {age, 2 / 64.25, 1, 1, 0, 1, 1, 1, 1, 1, cabin, 0.25, 0};
        for (int n = 0; n < 3; n++) {
            for (int column = 0; column < 13; column++) {
                boolean missing = n == 1 && List.of(0, 1, 6, 10).contains(column);
                int element = elements[column];
                double expected = element < 0 || missing
                        ? 0
                        : (weights[element] + (double) weights[17 + element]) * scales[column];
                assertEquals(expected, gradient[13 * n + column], 1e-6, n + ", " + column);
            }
        }
    }

    /** Whoever looks for what went wrong is not sent to what is merely missing. */
    @Test
    void missingNumbersAreNotWhatWentWrong() {
        SurvivalNetwork net = SurvivalNetwork.create(5);
        Tensor passengers = SurvivalNetwork.encode(FULL, BARE);
        net.loss(passengers, new int[] {0, 1});
        assertEquals(Optional.empty(), net.findNonFinite());
        passengers.set(Float.NaN, 0, 5);
        net.loss(passengers, new int[] {0, 1});
        assertEquals(Optional.of("block passenger encoded"), net.findNonFinite());
    }
}
