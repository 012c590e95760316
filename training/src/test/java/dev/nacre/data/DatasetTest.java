package dev.nacre.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private static Dataset counting(int size) {
        float[][] rows = new float[size][];
        Arrays.setAll(rows, row -> new float[] {row, -row});
        return Dataset.of(rows, IntStream.range(0, size).toArray());
    }

    private static List<Integer> labels(Dataset data) {
        List<Integer> seen = new ArrayList<>();
        for (Batch batch : data.batches(3)) {
            int[] labels = (int[]) batch.labels().get(0);
            for (int row = 0; row < labels.length; row++) {
                assertEquals(labels[row], batch.inputs().get(0).get(row, 0));
                assertEquals(-labels[row], batch.inputs().get(0).get(row, 1));
                seen.add(labels[row]);
            }
        }
        return seen;
    }

    @Test
    void batchesKeepSamplesAndLabelsTogether() {
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6), labels(counting(7)));
    }

    @Test
    void buffersAreUsedAgain() {
        Batches batches = counting(8).batches(3);
        var iterator = batches.iterator();
        Batch first = iterator.next();
        assertSame(first, iterator.next());
        assertArrayEquals(new int[] {3, 4, 5}, (int[]) first.labels().get(0));
        Batch last = iterator.next();
        assertEquals(2, last.size());
        assertEquals(2, ((int[]) last.labels().get(0)).length);
        assertThrows(NoSuchElementException.class, iterator::next);
        assertSame(first, batches.iterator().next());
    }

    @Test
    void countsBatches() {
        assertEquals(3, counting(7).batches(3).count());
        assertEquals(2, counting(7).batches(3, true).count());
        assertEquals(6, counting(7).batches(3, true).samples());
        assertEquals(1, counting(7).batches(Integer.MAX_VALUE).count());
        assertEquals(7, counting(7).batches(Integer.MAX_VALUE).iterator().next().size());
    }

    @Test
    void shuffleGivesEachEpochAllSamplesInAnotherOrder() {
        Batches batches = counting(50).batches(50);
        int[] first = order(batches.shuffle(1, 0));
        int[] second = order(batches.shuffle(1, 1));
        assertArrayEquals(Permutation.of(50, 1, 0), first);
        assertArrayEquals(Permutation.of(50, 1, 1), second);
        assertArrayEquals(
                IntStream.range(0, 50).toArray(), Arrays.stream(second).sorted().toArray());
    }

    private static int[] order(Batches batches) {
        return ((int[]) batches.iterator().next().labels().get(0)).clone();
    }

    @Test
    void viewsOfViews() {
        Dataset data = counting(10);
        assertEquals(List.of(9, 0, 9), labels(data.subset(9, 0, 9)));
        assertEquals(List.of(7, 5), labels(data.subset(9, 7, 5, 3).subset(1, 2)));
        assertEquals(List.of(9, 7), labels(data.subset(9, 7, 5, 3).take(2)));
        assertEquals(10, data.take(99).size());
    }

    @Test
    void splitPartsAreDisjointAndComplete() {
        Split split = counting(10).split(0.25, 3);
        assertEquals(3, split.first().size());
        List<Integer> all = new ArrayList<>(labels(split.first()));
        all.addAll(labels(split.second()));
        assertEquals(labels(counting(10)), all.stream().sorted().toList());
        assertEquals(labels(split.first()), labels(counting(10).split(0.25, 3).first()));
        assertEquals(0, counting(10).split(0, 3).first().size());
        assertEquals(0, counting(10).split(1, 3).second().size());
    }

    @Test
    void severalInputsAndLabels() {
        Samples bytes = Samples.ofBytes(new byte[] {0, (byte) 255, 51, 0}, Shape.of(2));
        Samples floats = Samples.of(Tensor.of(new float[] {1, 2}, 2, 1));
        Dataset data = Dataset.of(
                List.of(bytes, floats),
                List.of(Labels.classes(Thread.State.RUNNABLE, Thread.State.NEW), Labels.targets(floats)));
        assertEquals(List.of(Shape.of(2), Shape.of(1)), data.shapes());
        Batch batch = data.subset(1).batches(1).iterator().next();
        assertArrayEquals(new float[] {0.2f, 0}, batch.inputs().get(0).toArray());
        assertArrayEquals(new float[] {2}, batch.inputs().get(1).toArray());
        assertArrayEquals(new int[] {0}, (int[]) batch.labels().get(0));
        assertArrayEquals(new float[] {2}, ((Tensor) batch.labels().get(1)).toArray());
    }

    @Test
    void numbersAsTargetsHaveWidthOne() {
        Batch batch = Dataset.of(Tensor.zeros(2, 4), new float[] {5, 6})
                .batches(2)
                .iterator()
                .next();
        assertArrayEquals(new int[] {2, 1}, ((Tensor) batch.labels().get(0)).shape());
    }

    /** What is missing in a record is NaN in its columns, and stays that on the way into a batch. */
    @Test
    void missingNumbersOfRecords() {
        List<Float> ages = java.util.Arrays.asList(30f, Float.NaN, 20f);
        Dataset data = Records.of(ages, age -> new float[] {age, 2}).target(age -> 1);
        Batch batch = data.batches(3).iterator().next();
        assertArrayEquals(
                new float[] {30, 2, Float.NaN, 2, 20, 2}, batch.inputs().get(0).toArray());
    }

    @Test
    void recordsAreEncodedAndLabelled() {
        record Person(int age, boolean member, Thread.State state) {}
        List<Person> people =
                List.of(new Person(30, true, Thread.State.BLOCKED), new Person(20, false, Thread.State.NEW));
        Records<Person> encoded = Records.of(people, p -> new float[] {p.age(), p.member() ? 1 : 0});
        Batch batch = encoded.enums(Person::state).batches(2).iterator().next();
        assertArrayEquals(new float[] {30, 1, 20, 0}, batch.inputs().get(0).toArray());
        assertArrayEquals(new int[] {2, 0}, (int[]) batch.labels().get(0));
        assertArrayEquals(
                new float[] {30, 20},
                ((Tensor) encoded.target(Person::age)
                                .batches(2)
                                .iterator()
                                .next()
                                .labels()
                                .get(0))
                        .toArray());
        assertEquals(
                List.of(), encoded.unlabelled().batches(2).iterator().next().labels());
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertMessage(
                "label column 0 has 3 samples, but input column 0 has 2: give each sample a value in every column",
                () -> Dataset.of(Tensor.zeros(2, 1), new int[3]));
        assertMessage(
                "the label of sample 1 is -1: class indices count from 0",
                () -> Dataset.of(Tensor.zeros(2, 1), new int[] {0, -1}));
        assertMessage(
                "the label of sample 1 is null: give a constant per sample",
                () -> Dataset.of(Tensor.zeros(2, 1), new Mode[] {Mode.TRAIN, null}));
        assertMessage(
                "row 1 has 2 values, but row 0 has 1: all samples have one length",
                () -> Dataset.of(new float[][] {{1}, {1, 2}}, new int[2]));
        assertMessage(
                "5 bytes are not a whole number of samples of shape 2x2 (4 bytes each)",
                () -> Samples.ofBytes(new byte[5], Shape.of(2, 2)));
        assertMessage(
                "cannot split at 1.5: a fraction from 0 to 1", () -> counting(2).split(1.5, 0));
        assertMessage(
                "cannot split at NaN: a fraction from 0 to 1", () -> counting(2).split(Double.NaN, 0));
        assertMessage("cannot take -1 samples: 0 or more", () -> counting(2).take(-1));
        assertMessage("batch size 0: at least 1", () -> counting(2).batches(0));
        assertThrows(IndexOutOfBoundsException.class, () -> counting(2).subset(2));
    }

    @Test
    void saysWhatItIs() {
        assertEquals(
                "2 samples of shape 1x3 with class indices",
                Dataset.of(Tensor.zeros(2, 1, 3), new int[2]).toString());
        Samples x = Samples.of(Tensor.zeros(1, 4));
        assertEquals(
                "1 sample of shape 4, 4 with targets of shape 4, weights",
                Dataset.of(List.of(x, x), List.of(Labels.targets(x), Labels.weights(1)))
                        .toString());
        assertEquals(
                "1 sample of shape 4 without labels",
                Dataset.of(List.of(x), List.of()).toString());
    }

    private static void assertMessage(String expected, Runnable call) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
