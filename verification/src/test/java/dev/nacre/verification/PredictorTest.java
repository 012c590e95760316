package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.kernel.Mask;
import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import dev.nacre.verification.Subject.Trait;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Predictors against the networks they are made from. */
class PredictorTest {
    private static final int THREADS = 8;
    private static final int CALLS = 20;

    static Stream<Subject> all() {
        return Subjects.all();
    }

    /** Bit for bit, but for rounding where a norm has moved into the weights of a product. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void isTheEvaluation(Subject subject) {
        Network network = Training.steps(subject, subject.create().apply(6), 5).eval();
        Subject.Evaluation predictor = subject.predictor().apply(network);
        for (int size : new int[] {1, 7, 40, 3}) {
            Batch batch = subject.batch(size, 20 + size);
            float[] expected = network.forward(batch).toArray();
            float[] actual = predictor.forward(batch).toArray();
            if (subject.is(Trait.FOLDED)) {
                assertArrayEquals(expected, actual, 2e-5f);
            } else {
                assertArrayEquals(expected, actual);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void staysAsItWasMade(Subject subject) {
        Network network = Training.steps(subject, subject.create().apply(6), 2);
        Subject.Evaluation predictor = subject.predictor().apply(network);
        Batch batch = subject.batch(5, 21);
        float[] before = predictor.forward(batch).toArray();
        for (Parameter parameter : network.parameters()) {
            Arrays.fill(parameter.values(), 9);
        }
        network.state().values().forEach(tensor -> Arrays.fill(tensor.data(), 4));
        assertArrayEquals(before, predictor.forward(batch).toArray());
        assertFalse(Arrays.equals(before, network.eval().forward(batch).toArray()));
    }

    /** Each thread has batches of its own, of several sizes. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void answersAllThreadsAlike(Subject subject) throws Exception {
        Network network = Training.steps(subject, subject.create().apply(6), 2);
        Subject.Evaluation predictor = subject.predictor().apply(network);
        List<Batch> batches = new ArrayList<>();
        List<float[]> expected = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            batches.add(subject.batch(1 + 5 * i, i));
            expected.add(predictor.forward(batches.get(i)).toArray());
        }
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int first = i;
                tasks.add(() -> {
                    start.await();
                    for (int call = 0; call < CALLS; call++) {
                        int which = (first + call) % THREADS;
                        assertArrayEquals(
                                expected.get(which),
                                predictor.forward(batches.get(which)).toArray());
                    }
                    return null;
                });
            }
            for (Future<Void> done : pool.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Neither the class nor the buffers of its threads know masks, and what they share cannot change. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void hasNoMasks(Subject subject) throws ClassNotFoundException {
        String network = subject.create().apply(1).getClass().getName();
        Class<?> predictor = Class.forName(network.substring(0, network.length() - "Network".length()) + "Predictor");
        List<Class<?>> classes = new ArrayList<>(List.of(predictor.getDeclaredClasses()));
        assertEquals(2, classes.size(), "the workspace, and one for each thread");
        classes.add(predictor);
        for (Class<?> type : classes) {
            for (Field field : type.getDeclaredFields()) {
                assertFalse(field.getType() == Mask.class, field.toString());
            }
        }
        for (Field field : predictor.getDeclaredFields()) {
            assertTrue(Modifier.isFinal(field.getModifiers()), field.toString());
        }
    }
}
