package dev.nacre.training;

import java.util.Map;

/**
 * How a network did on a data set.
 *
 * @param samples how many samples there were
 * @param loss the mean loss over the samples
 * @param metrics the value of each metric by its name, in the order in which they were asked for
 */
public record Evaluation(int samples, double loss, Map<String, Double> metrics) {
    /**
     * @param name the name of a metric
     * @return its value
     * @throws IllegalArgumentException if this metric was not asked for
     */
    public double metric(String name) {
        Double value = metrics.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no metric \"" + name + "\"; there is "
                    + (metrics.isEmpty() ? "none" : String.join(", ", metrics.keySet())));
        }
        return value;
    }

    /**
     * @return the value of {@link Metrics#accuracy()}
     * @throws IllegalArgumentException if this metric was not asked for
     */
    public double accuracy() {
        return metric("accuracy");
    }
}
