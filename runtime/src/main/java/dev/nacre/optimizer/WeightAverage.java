package dev.nacre.optimizer;

import dev.nacre.io.StateFile;
import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import dev.nacre.tensor.Tensor;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An average of weights over training, which often does better than the last weights: exponential (Polyak and Juditsky,
 * 1992), or uniform, stochastic weight averaging (Izmailov et al., "Averaging Weights Leads to Wider Optima and Better
 * Generalization", UAI 2018).
 *
 * <pre>
 * WeightAverage average = WeightAverage.exponential(0.999).over(network.parameters());
 * ... optimizer.step(); average.update(); ...    // uniform: update() once per epoch, after training has settled
 * average.apply();                               // evaluate, save or make a predictor of the averaged weights
 * average.restore();                             // go on training
 * </pre>
 *
 * <p>BatchNorm's running statistics are those of the weights that were trained, not of the averaged ones. There are two
 * ways: {@code over(network)} averages the statistics too, which fits an exponential average; or, after {@link #apply},
 * some {@code forward} passes in training mode, without steps, let them follow, about {@code 5 / momentum} batches.
 */
public final class WeightAverage {
    private enum Kind {
        EXPONENTIAL,
        CORRECTED,
        WARMING_UP,
        UNIFORM
    }

    private static final String FILE_KIND = "WeightAverage";
    private static final String UPDATES = "nacre.average.updates";

    private final double decay;
    private final Map<String, Tensor> averages = new LinkedHashMap<>();
    private Kind kind;
    private float[][] weights;
    private float[][] means = {};
    private long updates;
    private boolean applied;

    private WeightAverage(Kind kind, double decay) {
        this.kind = kind;
        this.decay = decay;
    }

    /**
     * {@code average = decay * average + (1 - decay) * weights}, where the first update takes the weights as they are.
     *
     * @param decay how much of the average is kept in each update, 0 or more and less than 1; 0.999 is usual
     * @return an average, to be given weights
     * @throws IllegalArgumentException if the decay is out of range
     */
    public static WeightAverage exponential(double decay) {
        return new WeightAverage(Kind.EXPONENTIAL, Options.decayRate("decay", decay));
    }

    /** @return the mean of the weights at all updates, to be given weights */
    public static WeightAverage uniform() {
        return new WeightAverage(Kind.UNIFORM, 0);
    }

    /**
     * Lets the first weights count no more than the later ones: an exponential average that began with zero, divided by
     * {@code 1 - decay^updates} as Adam's.
     *
     * @return this
     * @throws IllegalStateException if this average is uniform, or has weights already
     */
    public WeightAverage biasCorrected() {
        requireExponential("biasCorrected");
        kind = Kind.CORRECTED;
        return this;
    }

    /**
     * Forgets faster at first: the decay is {@code min(decay, (1 + n) / (10 + n))} after n updates, as TensorFlow's.
     *
     * @return this
     * @throws IllegalStateException if this average is uniform, or has weights already
     */
    public WeightAverage warmUp() {
        requireExponential("warmUp");
        kind = Kind.WARMING_UP;
        return this;
    }

    private void requireExponential(String option) {
        if (weights != null) {
            throw new IllegalStateException(option + "() was called after over(...): give options before");
        }
        if (kind == Kind.UNIFORM) {
            throw new IllegalStateException(
                    option + "() is for exponential averages: in a uniform one all weights count alike");
        }
    }

    /**
     * Averages parameters.
     *
     * @param parameters as in {@code network.parameters()}
     * @return this
     * @throws IllegalArgumentException if there are none, or two have one name
     * @throws IllegalStateException if this average has weights already
     */
    public WeightAverage over(List<Parameter> parameters) {
        Map<String, Tensor> named = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            if (named.put(parameter.name(), parameter.value()) != null) {
                throw new IllegalArgumentException(
                        "there are two parameters " + parameter.name() + ": average each network by itself");
            }
        }
        return over(named);
    }

    /**
     * Averages the parameters and the running statistics of a network.
     *
     * @param network the network
     * @return this
     * @throws IllegalArgumentException if the network has nothing to average
     * @throws IllegalStateException if this average has weights already
     */
    public WeightAverage over(Network network) {
        return over(network.state());
    }

    private WeightAverage over(Map<String, Tensor> named) {
        if (weights != null) {
            throw new IllegalStateException("over(...) was called twice: make an average for each network");
        }
        if (named.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to average: give network.parameters()");
        }
        weights = new float[named.size()][];
        means = new float[named.size()][];
        int at = 0;
        for (Map.Entry<String, Tensor> entry : named.entrySet()) {
            Tensor average = Tensor.zeros(entry.getValue().sizes());
            averages.put(entry.getKey(), average);
            weights[at] = entry.getValue().data();
            means[at] = average.data();
            at++;
        }
        return this;
    }

    /**
     * Takes the present weights into the average.
     *
     * @throws IllegalStateException if {@link #over} was not called, or the average is applied
     */
    public void update() {
        requireNotApplied("update");
        updates++;
        float enter = (float) share();
        for (int p = 0; p < means.length; p++) {
            approach(means[p], weights[p], enter);
        }
    }

    /** What part of the present weights enters the average. */
    private double share() {
        if (updates == 1) {
            return 1;
        }
        return switch (kind) {
            case EXPONENTIAL -> 1 - decay;
            case CORRECTED -> (1 - decay) / (1 - PortableMath.power(decay, updates));
            case WARMING_UP -> 1 - Math.min(decay, (double) updates / (9 + updates));
            case UNIFORM -> 1.0 / updates;
        };
    }

    private static void approach(float[] mean, float[] weight, float enter) {
        if (enter == 1) {
            System.arraycopy(weight, 0, mean, 0, mean.length);
            return;
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] += enter * (weight[i] - mean[i]);
        }
    }

    /**
     * Puts the average into the network; the weights that were trained are kept for {@link #restore}.
     *
     * @throws IllegalStateException if there was no {@link #update} yet, or the average is applied already
     */
    public void apply() {
        requireNotApplied("apply");
        if (updates == 0) {
            throw new IllegalStateException("apply() was called before the first update(): there is no average yet");
        }
        swap();
    }

    /**
     * Puts the weights that were trained back into the network.
     *
     * @throws IllegalStateException if the average is not applied
     */
    public void restore() {
        if (!applied) {
            throw new IllegalStateException("restore() was called without apply(): the network has its own weights");
        }
        swap();
    }

    private void swap() {
        applied = !applied;
        for (int p = 0; p < means.length; p++) {
            for (int i = 0; i < means[p].length; i++) {
                float mean = means[p][i];
                means[p][i] = weights[p][i];
                weights[p][i] = mean;
            }
        }
    }

    /** @return whether the network has the averaged weights now */
    public boolean applied() {
        return applied;
    }

    /** @return how many weights the average is of */
    public long updates() {
        return updates;
    }

    /**
     * @return the average by name; the map cannot be changed, but its tensors are views: writing writes through
     * @throws IllegalStateException if {@link #over} was not called, or the average is applied and so in the network
     */
    public Map<String, Tensor> averages() {
        requireNotApplied("averages");
        return Collections.unmodifiableMap(averages);
    }

    /**
     * Writes the average, to go on from it. The file is replaced as a whole.
     *
     * @param file where to, a safetensors file
     * @throws IllegalStateException if {@link #over} was not called, or the average is applied
     * @throws java.io.UncheckedIOException if the file cannot be written; what was there before is still there
     */
    public void save(Path file) {
        requireNotApplied("save");
        StateFile.save(file, FILE_KIND, averages, Map.of(UPDATES, Long.toString(updates)));
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @param file a file of an average over the same weights
     * @throws IllegalArgumentException if the file is of something else, or its tensors do not fit the weights; nothing
     *     was changed
     * @throws IllegalStateException if {@link #over} was not called, or the average is applied
     * @throws java.io.UncheckedIOException if the file cannot be read or is not valid; nothing was changed
     */
    public void load(Path file) {
        requireNotApplied("load");
        StateFile content = StateFile.read(file, FILE_KIND);
        long count = content.count(UPDATES);
        content.restore(averages, "average");
        updates = count;
    }

    private void requireNotApplied(String call) {
        if (weights == null) {
            throw new IllegalStateException(call + "() was called before over(network.parameters())");
        }
        if (applied) {
            throw new IllegalStateException(call + "() was called while the average is applied: call restore() first");
        }
    }
}
