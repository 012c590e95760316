package dev.nacre.training;

/** A number that says how good predictions are. {@link Metrics} has the usual ones. */
public interface Metric {
    /** @return the name in histories and tables, such as {@code accuracy} */
    String name();

    /** @return whether a larger value is a better one, as with an accuracy; not so with an error */
    boolean higherIsBetter();

    /** @return a measurement that has seen nothing yet */
    Measurement begin();
}
