package dev.nacre.network;

import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The ensemble that dropout trains (Srivastava et al., 2014; Goodfellow, Bengio and Courville, "Deep Learning", 7.12): the 2^d
 * sub-networks that d droppable units make, one by one, each weighted by the probability of its mask, the product of q over what
 * it keeps and of p over what it drops. For small networks, to learn from and to test with; immutable.
 *
 * <ul>
 *   <li>{@link #arithmeticMean()}: {@code sum_m P(m) p(y | x, m)}, what {@link MonteCarlo} estimates
 *   <li>{@link #geometricMean()}: {@code prod_m p(y | x, m)^P(m)}, divided by its sum over y
 *   <li>{@link #weightScaling()}: one pass in evaluation, which stands for the geometric mean. For a network of one softmax
 *       layer they are equal; otherwise it is an approximation
 * </ul>
 *
 * <p>The masks are {@linkplain Network#mask(String, Tensor) set by hand} and run by the code that training runs, with running
 * statistics. A decision that several elements share is one unit, and so is a weight of {@code @DropConnect}. Layers with a p of 0 or 1
 * have one mask each and count for nothing. Noise has no masks that could be counted.
 */
public final class SubNetworks {
    /** The most units whose masks are enumerated: about a million. */
    public static final int MOST_UNITS = 20;

    /** How many rows a pass has at most, as a rule. */
    private static final int ROWS = 1024;

    private final int units;
    private final OutputKind kind;
    private final Tensor mean;
    private final Tensor variance;
    private final Tensor geometric;
    private final Tensor scaled;

    private SubNetworks(int units, OutputKind kind, Tensor mean, Tensor variance, Tensor geometric, Tensor scaled) {
        this.units = units;
        this.kind = kind;
        this.mean = mean;
        this.variance = variance;
        this.geometric = geometric;
        this.scaled = scaled;
    }

    /**
     * Runs every sub-network. Mode, step, and the masks that were set by hand before it are afterwards what they were, but what
     * ran before cannot be run backward.
     *
     * @param network a network with dropout of not more than {@link #MOST_UNITS} units in all
     * @param batch one tensor (batch, ...) per input; labels are not read
     * @return what they say of the first output
     * @throws IllegalArgumentException if there are too many units, or none, or what is drawn cannot be enumerated: squares, and
     *     noise with a p above 0
     */
    public static SubNetworks of(Network network, Batch batch) {
        Objects.requireNonNull(network, "network");
        List<DropoutLayer> layers = network.dropouts().list().stream()
                .filter(layer -> layer.p() > 0 && (layer.p() < 1 || layer.isNoise()))
                .toList();
        int units = units(layers);
        Mode mode = network.mode();
        long step = network.step();
        Map<DropoutLayer, Tensor> before = new LinkedHashMap<>();
        layers.forEach(layer -> before.put(layer, layer.held()));
        try {
            Tensor evaluated = network.mode(Mode.EVAL).forward(batch).copy();
            OutputKind kind = network.outputKinds().get(0);
            Sums sums = new Sums(kind, evaluated.sizes());
            network.mode(Mode.MONTE_CARLO);
            // Where a pass has one mask for all its rows, it has room for no other.
            int most = layers.stream().anyMatch(DropoutLayer::perBatch) ? 1 : ROWS / batch.size();
            int chunk = Integer.highestOneBit(Math.max(1, Math.min(1 << units, most)));
            Batch repeated = repeated(batch, chunk);
            for (int first = 0; first < 1 << units; first += chunk) {
                double[] weights = set(layers, batch.size(), first, chunk);
                float[] y = network.forward(repeated).data();
                for (int i = 0; i < chunk; i++) {
                    sums.add(y, i * evaluated.elements(), weights[i]);
                }
            }
            return sums.result(units, evaluated);
        } finally {
            before.forEach((layer, held) -> {
                layer.clearMask();
                if (held != null) {
                    layer.mask(held);
                }
            });
            network.mode(mode);
            network.step(step);
        }
    }

    private static int units(List<DropoutLayer> layers) {
        List<String> counts = new ArrayList<>();
        long units = 0;
        for (DropoutLayer layer : layers) {
            if (layer.isNoise()) {
                throw new IllegalArgumentException("the dropout layer " + layer.name()
                        + " draws noise, which has no masks to go through: set its p to 0, or ask monteCarlo(...)");
            }
            int[] decisions = layer.decisions();
            if (decisions == null) {
                throw new IllegalArgumentException("the dropout layer " + layer.name()
                        + " drops squares that overlap, whose sub-networks have no probability that is a product:"
                        + " set its p to 0, or ask monteCarlo(...)");
            }
            units += count(decisions);
            counts.add(layer.name() + " " + count(decisions));
        }
        if (units == 0) {
            throw new IllegalArgumentException(
                    "no dropout layer of this network has a p above 0 and below 1: it has no sub-networks");
        }
        if (units > MOST_UNITS) {
            throw new IllegalArgumentException("dropout has " + units + " units (" + String.join(", ", counts)
                    + "), so 2^" + units + " sub-networks: at most " + MOST_UNITS
                    + " units are enumerated; for more, monteCarlo(...) samples them");
        }
        return (int) units;
    }

    private static int count(int[] decisions) {
        return decisions[decisions.length - 1] + 1;
    }

    /** Sets the masks number first, first + 1, ...: the bits of the number say which units are kept. */
    private static double[] set(List<DropoutLayer> layers, int samples, int first, int chunk) {
        double[] weights = new double[chunk];
        Arrays.fill(weights, 1);
        int unit = 0;
        for (DropoutLayer layer : layers) {
            int[] decisions = layer.decisions();
            int elements = decisions.length;
            int rows = layer.perBatch() ? 1 : samples;
            Tensor keep = Tensor.zeros(
                    layer.perBatch() ? layer.shape() : layer.shape().withBatch(chunk * samples));
            for (int i = 0; i < chunk; i++) {
                for (int u = 0; u < count(decisions); u++) {
                    weights[i] *= keeps(first + i, unit + u) ? 1 - layer.p() : layer.p();
                }
                for (int j = 0; j < elements; j++) {
                    boolean kept = keeps(first + i, unit + decisions[j]);
                    for (int n = i * rows; n < (i + 1) * rows; n++) {
                        keep.data()[n * elements + j] = kept ? 1 : 0;
                    }
                }
            }
            layer.mask(keep);
            unit += count(decisions);
        }
        return weights;
    }

    private static boolean keeps(int mask, int unit) {
        return (mask >> unit & 1) == 1;
    }

    private static Batch repeated(Batch batch, int times) {
        List<Tensor> inputs = new ArrayList<>();
        for (Tensor input : batch.inputs()) {
            int[] sizes = input.shape();
            sizes[0] *= times;
            Tensor copies = Tensor.zeros(sizes);
            for (int i = 0; i < times; i++) {
                System.arraycopy(input.data(), 0, copies.data(), i * input.elements(), input.elements());
            }
            inputs.add(copies);
        }
        return new Batch(inputs, List.of());
    }

    /** @return the number d of droppable units */
    public int units() {
        return units;
    }

    /** @return the number of sub-networks, 2^d */
    public int count() {
        return 1 << units;
    }

    /** @return how the output is read */
    public OutputKind kind() {
        return kind;
    }

    /** @return the mean of the probabilities, or of the numbers, of the output's shape; a copy */
    public Tensor arithmeticMean() {
        return mean.copy();
    }

    /** @return the variance of the probabilities, or of the numbers, over the sub-networks, of the output's shape; a copy */
    public Tensor variance() {
        return variance.copy();
    }

    /**
     * @return the renormalised geometric mean of the probabilities, of the output's shape; a copy
     * @throws IllegalStateException if the output has no probabilities
     */
    public Tensor geometricMean() {
        if (kind == OutputKind.NUMBERS) {
            throw new IllegalStateException(
                    "geometricMean() is of probabilities, but no loss says that this output has any:"
                            + " look at arithmeticMean()");
        }
        return geometric.copy();
    }

    /** @return the probabilities, or the numbers, of the evaluation, of the output's shape; a copy */
    public Tensor weightScaling() {
        return scaled.copy();
    }

    @Override
    public String toString() {
        return count() + " sub-networks, mean " + mean;
    }

    private static final class Sums {
        private final OutputKind kind;
        private final Shape shape;
        private final int together;
        private final double[] means;
        private final double[] squares;
        private final double[] yes;
        private final double[] no;
        private final double[] now;
        private final double[] other;
        private double weight;

        Sums(OutputKind kind, Shape shape) {
            this.kind = kind;
            this.shape = shape;
            this.together = kind.together(shape.size(shape.rank() - 1));
            this.means = new double[shape.elements()];
            this.squares = new double[shape.elements()];
            this.yes = new double[shape.elements()];
            this.no = new double[shape.elements()];
            this.now = new double[together];
            this.other = new double[together];
        }

        void add(float[] y, int at, double w) {
            weight += w;
            for (int from = 0; from < means.length; from += together) {
                kind.read(y, at + from, together, now);
                for (int i = 0; i < together; i++) {
                    double away = now[i] - means[from + i];
                    means[from + i] += away * w / weight;
                    squares[from + i] += w * away * (now[i] - means[from + i]);
                }
                if (kind != OutputKind.NUMBERS) {
                    kind.logarithms(y, at + from, together, now, other);
                    for (int i = 0; i < together; i++) {
                        yes[from + i] += w * now[i];
                        no[from + i] += w * other[i];
                    }
                }
            }
        }

        SubNetworks result(int units, Tensor evaluated) {
            double[] scaled = new double[means.length];
            double[] geometric = new double[means.length];
            for (int from = 0; from < means.length; from += together) {
                kind.read(evaluated.data(), from, together, now);
                System.arraycopy(now, 0, scaled, from, together);
                renormalise(geometric, from);
            }
            return new SubNetworks(
                    units,
                    kind,
                    MonteCarlo.tensor(means, 1, shape),
                    MonteCarlo.tensor(squares, weight, shape),
                    MonteCarlo.tensor(geometric, 1, shape),
                    MonteCarlo.tensor(scaled, 1, shape));
        }

        /** {@code exp(yes) / sum exp(yes)}, and for yes and no {@code exp(yes) / (exp(yes) + exp(no))}. */
        private void renormalise(double[] geometric, int from) {
            if (!kind.isClasses()) {
                geometric[from] = 1 / (1 + StrictMath.exp(no[from] - yes[from]));
                return;
            }
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = from; i < from + together; i++) {
                largest = Math.max(largest, yes[i]);
            }
            double sum = 0;
            for (int i = from; i < from + together; i++) {
                geometric[i] = StrictMath.exp(yes[i] - largest);
                sum += geometric[i];
            }
            for (int i = from; i < from + together; i++) {
                geometric[i] /= sum;
            }
        }
    }
}
