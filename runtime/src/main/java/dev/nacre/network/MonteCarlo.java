package dev.nacre.network;

import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * What T passes with T masks gave for one output: a sample of the predictions that the network holds possible (Gal and
 * Ghahramani, "Dropout as a Bayesian Approximation", ICML 2016). Immutable. With p_t the t-th pass's probabilities, or its
 * numbers where the output has none:
 *
 * <ul>
 *   <li>{@link #mean()}: {@code m = 1/T sum p_t}
 *   <li>{@link #variance()}: {@code 1/T sum (p_t - m)^2}
 *   <li>{@link #predictiveEntropy()}: {@code H(m)}, with {@code H(p) = -sum_c p_c log p_c} in nats: all that is unsure
 *   <li>{@link #expectedEntropy()}: {@code 1/T sum H(p_t)}: what is unsure whatever the mask, as the data are
 *   <li>{@link #mutualInformation()}: {@code H(m) - 1/T sum H(p_t)}, what is unsure as the masks disagree (Houlsby, Huszar,
 *       Ghahramani and Lengyel, "Bayesian Active Learning for Classification and Preference Learning", 2011)
 * </ul>
 *
 * <p>Logits become probabilities where the loss says so ({@link OutputKind}). Sums are in double precision.
 */
public final class MonteCarlo {
    private final OutputKind kind;
    private final int samples;
    private final Tensor mean;
    private final Tensor variance;
    private final Tensor predictive;
    private final Tensor expected;
    private final Tensor information;

    private MonteCarlo(
            OutputKind kind,
            int samples,
            Tensor mean,
            Tensor variance,
            Tensor predictive,
            Tensor expected,
            Tensor information) {
        this.kind = kind;
        this.samples = samples;
        this.mean = mean;
        this.variance = variance;
        this.predictive = predictive;
        this.expected = expected;
        this.information = information;
    }

    /**
     * Called by generated code, inside of {@code run.enter()}.
     *
     * @param network the network
     * @param run its state
     * @param batch the number of samples
     * @param samples the number of passes
     * @param before runs what comes before the first mask
     * @param after runs the rest, and leaves the outputs where {@code network.outputs()} finds them
     * @return for each output what the passes gave
     * @throws IllegalArgumentException if samples is below 1
     */
    public static List<MonteCarlo> sample(
            Network network, RunState run, int batch, int samples, IntConsumer before, IntConsumer after) {
        if (samples < 1) {
            throw new IllegalArgumentException("samples is " + samples + ": at least one mask must be drawn");
        }
        Mode mode = network.mode();
        long step = run.step();
        try {
            network.mode(Mode.MONTE_CARLO);
            before.accept(batch);
            List<Tensor> outputs = network.outputs();
            List<OutputKind> kinds = network.outputKinds();
            List<Sums> sums = new ArrayList<>();
            for (int i = 0; i < outputs.size(); i++) {
                sums.add(new Sums(kinds.get(i), outputs.get(i).sizes()));
            }
            for (int k = 0; k < samples; k++) {
                run.step(step + k);
                after.accept(batch);
                for (int i = 0; i < outputs.size(); i++) {
                    sums.get(i).add(outputs.get(i).data());
                }
            }
            return sums.stream().map(Sums::result).toList();
        } finally {
            network.mode(mode);
            network.step(step);
        }
    }

    /** @return how the output is read */
    public OutputKind kind() {
        return kind;
    }

    /** @return the number of passes */
    public int samples() {
        return samples;
    }

    /** @return the mean of the probabilities, or of the numbers, of the output's shape; a copy */
    public Tensor mean() {
        return mean.copy();
    }

    /** @return the variance of the probabilities, or of the numbers, over the passes, of the output's shape; a copy */
    public Tensor variance() {
        return variance.copy();
    }

    /**
     * @return the entropy of the mean in nats: for classes without the last axis, so (batch) as a rule, else of the output's
     *     shape; a copy
     * @throws IllegalStateException if the output has no probabilities
     */
    public Tensor predictiveEntropy() {
        requireProbabilities("predictiveEntropy()");
        return predictive.copy();
    }

    /**
     * @return the mean of the entropies in nats, of the same shape; a copy
     * @throws IllegalStateException if the output has no probabilities
     */
    public Tensor expectedEntropy() {
        requireProbabilities("expectedEntropy()");
        return expected.copy();
    }

    /**
     * @return the difference of the two, 0 where all masks agree, of the same shape; a copy
     * @throws IllegalStateException if the output has no probabilities
     */
    public Tensor mutualInformation() {
        requireProbabilities("mutualInformation()");
        return information.copy();
    }

    private void requireProbabilities(String call) {
        if (kind == OutputKind.NUMBERS) {
            throw new IllegalStateException(
                    call + " is of probabilities, but no loss says that this output has any: look at variance()");
        }
    }

    @Override
    public String toString() {
        return "MonteCarlo of " + samples + " passes, mean " + mean;
    }

    /** The sums of one output; moments are updated pass by pass (Welford, 1962). */
    private static final class Sums {
        private final OutputKind kind;
        private final Shape shape;
        private final int together;
        private final double[] means;
        private final double[] squares;
        private final double[] entropies;
        private final double[] now;
        private int samples;

        Sums(OutputKind kind, Shape shape) {
            this.kind = kind;
            this.shape = shape;
            this.together = kind.together(shape.size(shape.rank() - 1));
            this.means = new double[shape.elements()];
            this.squares = new double[shape.elements()];
            this.entropies = new double[shape.elements() / together];
            this.now = new double[together];
        }

        void add(float[] y) {
            samples++;
            for (int from = 0, group = 0; from < means.length; from += together, group++) {
                kind.read(y, from, together, now);
                for (int i = 0; i < together; i++) {
                    double away = now[i] - means[from + i];
                    means[from + i] += away / samples;
                    squares[from + i] += away * (now[i] - means[from + i]);
                }
                if (kind != OutputKind.NUMBERS) {
                    entropies[group] += kind.entropy(now, 0, together);
                }
            }
        }

        MonteCarlo result() {
            double[] predictive = new double[entropies.length];
            double[] information = new double[entropies.length];
            for (int group = 0; group < predictive.length && kind != OutputKind.NUMBERS; group++) {
                predictive[group] = kind.entropy(means, group * together, together);
                // Rounding must not make it negative.
                information[group] = Math.max(0, predictive[group] - entropies[group] / samples);
            }
            Shape groups = kind.isClasses() ? withoutLast(shape) : shape;
            return new MonteCarlo(
                    kind,
                    samples,
                    tensor(means, 1, shape),
                    tensor(squares, samples, shape),
                    tensor(predictive, 1, groups),
                    tensor(entropies, samples, groups),
                    tensor(information, 1, groups));
        }
    }

    static Shape withoutLast(Shape shape) {
        return Shape.of(Arrays.copyOf(shape.toArray(), shape.rank() - 1));
    }

    static Tensor tensor(double[] values, double divisor, Shape shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < values.length; i++) {
            tensor.data()[i] = (float) (values[i] / divisor);
        }
        return tensor;
    }
}
