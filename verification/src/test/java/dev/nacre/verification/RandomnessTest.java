package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import dev.nacre.verification.Subject.Trait;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is random, what it follows from, and in which modes. */
class RandomnessTest {
    static Stream<Subject> all() {
        return Subjects.all();
    }

    static Stream<Subject> withDropout() {
        return Subjects.withDropout();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void sameSeedSameBits(Subject subject) {
        Map<String, float[]> once =
                state(Training.steps(subject, subject.create().apply(11), 4));
        assertSame(once, state(Training.steps(subject, subject.create().apply(11), 4)));
        Map<String, float[]> other =
                state(Training.steps(subject, subject.create().apply(12), 4));
        assertEquals(once.keySet(), other.keySet());
        assertFalse(once.keySet().stream().allMatch(name -> Arrays.equals(once.get(name), other.get(name))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withDropout")
    void masksChangeFromStepToStep(Subject subject) {
        Network network = subject.create().apply(11).train();
        Batch batch = subject.batch(8, 3);
        float[] first = network.forward(batch).toArray();
        assertEquals(1, network.step());
        float[] second = network.forward(batch).toArray();
        assertFalse(Arrays.equals(first, second));
        assertArrayEquals(first, network.step(0).forward(batch).toArray());
        assertArrayEquals(second, network.step(1).forward(batch).toArray());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void evaluationIsNotRandom(Subject subject) {
        Network network = Training.steps(subject, subject.create().apply(11), 3).eval();
        long step = network.step();
        Map<String, float[]> before = state(network);
        Batch batch = subject.batch(8, 3);
        float[] first = network.forward(batch).toArray();
        if (!subject.is(Trait.NO_LOSS)) {
            network.loss(batch);
        }
        assertArrayEquals(first, network.forward(batch).toArray());
        assertEquals(step, network.step());
        assertSame(before, state(network));
    }

    /** Train, evaluate, train is as train, train. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void evaluationDisturbsNoTraining(Subject subject) {
        Network straight = Training.steps(subject, subject.create().apply(11), 3);
        Training.steps(subject, straight, 3);
        Network interrupted = Training.steps(subject, subject.create().apply(11), 3);
        interrupted.eval().forward(subject.batch(30, 1));
        subject.predictor().apply(interrupted).forward(subject.batch(3, 1));
        Training.steps(subject, interrupted, 3);
        assertSame(state(straight), state(interrupted));
    }

    /** What ran in training can be run backward after switching to evaluation. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void switchingTheModeKeepsTheBackwardPass(Subject subject) {
        Batch batch = subject.batch(8, 3);
        Network straight = subject.create().apply(11);
        Tensor expected = Training.step(subject, straight, batch);
        Network switched = subject.create().apply(11);
        Tensor actual;
        if (subject.is(Trait.NO_LOSS)) {
            Tensor output = switched.forward(batch);
            actual = switched.eval().backward(Training.ones(output));
        } else {
            switched.loss(batch);
            actual = switched.eval().backward();
        }
        assertArrayEquals(expected.toArray(), actual.toArray());
        for (int i = 0; i < straight.parameters().size(); i++) {
            assertArrayEquals(
                    straight.parameters().get(i).gradients(),
                    switched.parameters().get(i).gradients());
        }
    }

    /** Samples of a prediction: dropout as in training, statistics as in evaluation. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void monteCarloDropsAndFreezesStatistics(Subject subject) {
        Network network = Training.steps(subject, subject.create().apply(11), 3);
        Map<String, float[]> before = state(network);
        Batch batch = subject.batch(8, 3);
        float[] evaluated = network.eval().forward(batch).toArray();
        network.mode(Mode.MONTE_CARLO);
        assertEquals(Mode.MONTE_CARLO, network.mode());
        long step = network.step();
        float[] first = network.forward(batch).toArray();
        float[] second = network.forward(batch).toArray();
        assertEquals(step + 2, network.step());
        assertSame(before, state(network));
        boolean random = !subject.is(Trait.NO_DROPOUT);
        assertEquals(random, !Arrays.equals(first, second));
        assertEquals(random, !Arrays.equals(first, evaluated));
        assertArrayEquals(first, network.step(step).forward(batch).toArray());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void trainingMovesStatistics(Subject subject) {
        Network network = subject.create().apply(11).train();
        Map<String, float[]> before = state(network);
        network.forward(subject.batch(8, 3));
        Map<String, float[]> after = state(network);
        for (String name : before.keySet()) {
            boolean statistic = network.parameters().stream()
                    .noneMatch(parameter -> parameter.name().equals(name));
            assertEquals(statistic, !Arrays.equals(before.get(name), after.get(name)), name);
        }
    }

    private static Map<String, float[]> state(Network network) {
        Map<String, float[]> state = new HashMap<>();
        network.state().forEach((name, tensor) -> state.put(name, tensor.toArray()));
        return state;
    }

    private static void assertSame(Map<String, float[]> expected, Map<String, float[]> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, values) -> assertArrayEquals(values, actual.get(name), name));
    }
}
