package dev.nacre.examples.laboratory;

import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Looks into a network as it trains, and leaves no trace: mode and step are afterwards what they were. */
final class Probe {
    private static final int IMAGES = 256;

    /** Units whose correlations are computed: all pairs of so many. */
    private static final int UNITS = 64;

    private final Network network;
    private final List<UnaryOperator<Tensor>> blocks;
    private final Tensor images;

    private Probe(Network network, List<UnaryOperator<Tensor>> blocks, Tensor images) {
        this.network = network;
        this.blocks = blocks;
        this.images = images;
    }

    /** A probe of the networks that show their hidden layers; of others, one that sees nothing. */
    static Probe of(Network network, Images images) {
        List<UnaryOperator<Tensor>> blocks = List.of();
        if (network instanceof Networks.Book book) {
            blocks = List.of(book::hidden1, book::hidden2);
        } else if (network instanceof Networks.Plain plain) {
            blocks = List.of(plain::hidden1, plain::hidden2);
        }
        int count = Math.min(IMAGES, images.validation().size());
        return new Probe(
                network,
                blocks,
                images.validation()
                        .batches(count)
                        .iterator()
                        .next()
                        .inputs()
                        .get(0)
                        .copy());
    }

    Optional<Activations> look() {
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        Mode mode = network.mode();
        long step = network.step();
        List<Tensor> evaluated = values(Mode.EVAL);
        List<Tensor> trained = values(Mode.MONTE_CARLO);
        network.mode(mode);
        network.step(step);
        return Optional.of(new Activations(
                evaluated.stream().mapToDouble(Probe::variance).toArray(),
                trained.stream().mapToDouble(Probe::variance).toArray(),
                evaluated.stream().mapToDouble(Probe::zeros).toArray(),
                evaluated.stream().mapToDouble(Probe::correlation).toArray()));
    }

    private List<Tensor> values(Mode mode) {
        network.mode(mode);
        List<Tensor> values = new ArrayList<>();
        Tensor value = images;
        for (UnaryOperator<Tensor> block : blocks) {
            value = block.apply(value);
            values.add(value);
        }
        return values;
    }

    private static double variance(Tensor tensor) {
        double sum = 0;
        double squares = 0;
        for (float value : tensor.toArray()) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / tensor.elements();
        return squares / tensor.elements() - mean * mean;
    }

    private static double zeros(Tensor tensor) {
        int zeros = 0;
        for (float value : tensor.toArray()) {
            zeros += value == 0 ? 1 : 0;
        }
        return (double) zeros / tensor.elements();
    }

    /** Of units that are always zero there is no correlation; pairs with them are not counted. */
    private static double correlation(Tensor tensor) {
        int rows = tensor.sizes().size(0);
        int width = tensor.sizes().size(1);
        int units = Math.min(UNITS, width);
        double[][] columns = new double[units][];
        for (int unit = 0; unit < units; unit++) {
            columns[unit] = standardized(tensor.data(), rows, width, unit);
        }
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < i; j++) {
                if (columns[i].length > 0 && columns[j].length > 0) {
                    sum += Math.abs(product(columns[i], columns[j]));
                    pairs++;
                }
            }
        }
        return pairs == 0 ? 0 : sum / pairs;
    }

    private static double[] standardized(float[] values, int rows, int width, int unit) {
        double[] column = new double[rows];
        for (int row = 0; row < rows; row++) {
            column[row] = values[row * width + unit];
        }
        double mean = Difference.mean(column);
        for (int row = 0; row < rows; row++) {
            column[row] -= mean;
        }
        double length = Math.sqrt(product(column, column));
        if (length == 0) {
            return new double[0];
        }
        for (int row = 0; row < rows; row++) {
            column[row] /= length;
        }
        return column;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
