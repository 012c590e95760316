package dev.nacre.training;

/** How a metric of one class against the rest becomes one of all classes; the names and meanings are scikit-learn's. */
public enum Average {
    /** Of class 1 alone, where there are two classes. */
    BINARY(""),
    /** The mean over the classes that occur, as labels or predictions: rare ones count as much as frequent ones. */
    MACRO("macro "),
    /** Of all decisions together; where each sample has one class, this is the accuracy. */
    MICRO("micro "),
    /** The mean over the classes, each with the number of its samples as weight. */
    WEIGHTED("weighted ");

    private final String prefix;

    Average(String prefix) {
        this.prefix = prefix;
    }

    /** @return {@code macro f1} for {@code f1} */
    String name(String metric) {
        return prefix + metric;
    }
}
