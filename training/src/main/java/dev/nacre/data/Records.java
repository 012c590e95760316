package dev.nacre.data;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * A data set from a program's own objects:
 *
 * <pre>{@code
 * Dataset data = Records.of(flowers, f -> new float[] {f.length(), f.width()}).enums(Flower::species);
 * }</pre>
 *
 * <p>For a network whose input is a record its own {@code encode} gives the columns, NaN where something may be missing and
 * is: {@code Records.of(passengers, p -> SurvivalNetwork.encode(p).toArray())}.
 *
 * @param <R> the type of the objects
 */
public final class Records<R> {
    private final List<R> records;
    private final Samples inputs;

    private Records(List<R> records, Samples inputs) {
        this.records = records;
        this.inputs = inputs;
    }

    /**
     * @param records the objects, at least one
     * @param encode from an object to the input of a network, a vector of one length for all
     * @param <R> the type of the objects
     * @return the encoded objects, to be labelled
     * @throws IllegalArgumentException if there is no object, or the lengths differ
     */
    public static <R> Records<R> of(List<R> records, Function<? super R, float[]> encode) {
        List<R> copy = List.copyOf(records);
        return new Records<>(copy, vectors(copy, encode));
    }

    /** @return the data set without labels */
    public Dataset unlabelled() {
        return Dataset.of(List.of(inputs), List.of());
    }

    /**
     * @param label from an object to its class index, from 0
     * @return a classification
     * @throws IllegalArgumentException if a class index is negative
     */
    public Dataset classes(ToIntFunction<? super R> label) {
        return Dataset.of(
                inputs, Labels.classes(records.stream().mapToInt(label).toArray()));
    }

    /**
     * @param label from an object to its class
     * @return a classification
     */
    public Dataset enums(Function<? super R, ? extends Enum<?>> label) {
        return Dataset.of(inputs, Labels.classes(records.stream().map(label).toArray(Enum<?>[]::new)));
    }

    /**
     * @param target from an object to the number to predict
     * @return a regression with a target of width 1
     */
    public Dataset target(ToDoubleFunction<? super R> target) {
        return targets(row -> new float[] {(float) target.applyAsDouble(row)});
    }

    /**
     * @param targets from an object to the vector to predict, of one length for all
     * @return a regression
     * @throws IllegalArgumentException if the lengths differ
     */
    public Dataset targets(Function<? super R, float[]> targets) {
        return Dataset.of(inputs, Labels.targets(vectors(records, targets)));
    }

    private static <R> Samples vectors(List<R> records, Function<? super R, float[]> encode) {
        return Samples.of(records.stream().map(encode).toArray(float[][]::new));
    }
}
