package dev.nacre.verification.dropout;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import dev.nacre.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

/**
 * A generated network whose blocks drop weights, seen as dropout of weights: a row is a unit with its weights, and rows go on with the next
 * sample where each has a mask of its own, else with a step far away. Inputs that are 1 in one place and 0 elsewhere make the masked weights
 * the output, bit for bit, and such gradients of the output make them the gradient of the input.
 */
final class ConnectionCandidate<N extends Network> implements Connected {
    /** Between the steps that rows go on with: nothing that the battery counts in. */
    private static final long FAR = 1L << 48;

    private record Section<N>(double p, int number, BiFunction<N, Tensor, Tensor> alone) {}

    private final String name;
    private final int effort;
    private final int in;
    private final int out;
    private final boolean perSample;
    private final LongFunction<N> create;
    private final List<Section<N>> sections = new ArrayList<>();
    private N network;

    ConnectionCandidate(String name, int effort, int in, int out, boolean perSample, LongFunction<N> create) {
        this.name = name;
        this.effort = effort;
        this.in = in;
        this.out = out;
        this.perSample = perSample;
        this.create = create;
    }

    ConnectionCandidate<N> block(double p, BiFunction<N, Tensor, Tensor> alone) {
        sections.add(new Section<>(p, sections.size(), alone));
        return this;
    }

    static Connected perBatch(int effort) {
        return new ConnectionCandidate<>("PerBatch", effort, 72, 64, false, FamilyNetworks_PerBatchNetwork::create)
                .block(0.01, FamilyNetworks_PerBatchNetwork::p01)
                .block(0.3, FamilyNetworks_PerBatchNetwork::p30)
                .block(0.5, FamilyNetworks_PerBatchNetwork::p50)
                .block(0.5, FamilyNetworks_PerBatchNetwork::p50again)
                .block(0, FamilyNetworks_PerBatchNetwork::none)
                .block(1, FamilyNetworks_PerBatchNetwork::all);
    }

    static Connected perSample(int effort) {
        return new ConnectionCandidate<>("PerSample", effort, 12, 8, true, FamilyNetworks_PerSampleNetwork::create)
                .block(0.3, FamilyNetworks_PerSampleNetwork::p30)
                .block(0.5, FamilyNetworks_PerSampleNetwork::p50)
                .block(0.5, FamilyNetworks_PerSampleNetwork::p50again)
                .block(0, FamilyNetworks_PerSampleNetwork::none)
                .block(1, FamilyNetworks_PerSampleNetwork::all);
    }

    @Override
    public int units() {
        return out;
    }

    /** @return the number of the layer that the masks of the network take */
    @Override
    public int maskLayer(Draw draw) {
        return section(draw).number();
    }

    private Section<N> section(Draw draw) {
        return sections.stream()
                .filter(section -> section.p() == draw.p())
                .skip(draw.layer())
                .findFirst()
                .orElseThrow();
    }

    private N at(Draw draw) {
        if (network == null || network.seed() != draw.seed()) {
            network = create.apply(draw.seed());
            for (Parameter parameter : network.parameters()) {
                Arrays.fill(parameter.value().data(), 0f);
            }
        }
        network.train().step(draw.step() - 1);
        return network;
    }

    private Parameter weights(N net, Draw draw) {
        return net.parameters().stream()
                .filter(parameter -> parameter.shape().length == 2)
                .skip(section(draw).number())
                .findFirst()
                .orElseThrow();
    }

    private void weights(N net, Draw draw, float[] x, int row) {
        float[] values = weights(net, draw).value().data();
        Arrays.fill(values, 0f);
        System.arraycopy(x, row * in, values, 0, Math.min(out * in, x.length - row * in));
    }

    /** Ones on the diagonal of (rows, columns), or all in one column. */
    private static Tensor ones(int rows, int columns, int column) {
        Tensor ones = Tensor.zeros(rows, columns);
        for (int row = 0; row < rows; row++) {
            ones.data()[row * columns + (column < 0 ? row : column)] = 1f;
        }
        return ones;
    }

    /** What one set of weights becomes: of units (all samples, with masks for each), and of which units. */
    private interface Pass {
        void run(int firstRow, int rows, Draw draw);
    }

    /** Rows of units whose weights can be there at once: all samples with equal weights, or one step. */
    private void each(Draw draw, float[] x, int rows, Pass pass) {
        int from = 0;
        while (from < rows) {
            int to = Math.min(rows, from + out);
            if (perSample) {
                while (to < rows && equal(x, from, to, Math.min(out, rows - to))) {
                    to = Math.min(rows, to + out);
                }
                pass.run(from, to - from, draw);
            } else {
                pass.run(from, to - from, draw.step(draw.step() + FAR * (from / out)));
            }
            from = to;
        }
    }

    private boolean equal(float[] x, int row, int other, int rows) {
        return Arrays.equals(x, row * in, (row + rows) * in, x, other * in, (other + rows) * in);
    }

    private int samples(int endRow) {
        return (endRow + out - 1) / out;
    }

    @Override
    public float[] forward(Draw draw, float[] x, int rows, int width) {
        return through(draw, x, rows, true);
    }

    @Override
    public float[] evaluate(Draw draw, float[] x, int rows, int width) {
        return through(draw, x, rows, false);
    }

    private float[] through(Draw draw, float[] x, int rows, boolean training) {
        float[] y = new float[x.length];
        each(draw, x, rows, (first, count, now) -> {
            if (!perSample) {
                float[] columns = output(now, x, first, ones(in, in, -1), training);
                for (int i = 0; i < count * in; i++) {
                    y[first * in + i] = columns[i % in * out + i / in];
                }
                return;
            }
            int samples = samples(first + count);
            for (int column = 0; column < in; column++) {
                float[] one = output(now, x, first, ones(samples, in, column), training);
                for (int row = first; row < first + count; row++) {
                    y[row * in + column] = one[row];
                }
            }
        });
        return y;
    }

    private float[] output(Draw draw, float[] x, int row, Tensor inputs, boolean training) {
        N net = at(draw);
        weights(net, draw, x, row);
        if (!training) {
            net.eval();
        }
        return section(draw).alone().apply(net, inputs).toArray();
    }

    @Override
    public float[] gradient(Draw draw, float[] x, float[] dy, int rows, int width) {
        float[] dx = new float[x.length];
        // The weights may differ from row to row, and so may the gradients: a sample at a time.
        for (int from = 0; from < rows; from += out) {
            int first = from;
            int count = Math.min(out, rows - from);
            Draw now = perSample ? draw : draw.step(draw.step() + FAR * (from / out));
            for (int column = 0; column < (perSample ? in : 1); column++) {
                N net = at(now);
                weights(net, now, x, first);
                int batch = perSample ? samples(first + count) : in;
                Tensor inputs = perSample ? Tensor.zeros(batch, in) : ones(in, in, -1);
                float[] gradient = new float[batch * out];
                for (int i = 0; i < count * in; i++) {
                    if (!perSample) {
                        gradient[i % in * out + i / in] = dy[first * in + i];
                    } else if (i % in == column) {
                        gradient[first + i / in] = dy[first * in + i];
                    }
                }
                if (perSample) {
                    inputs.data()[first / out * in + column] = 1f;
                }
                backward(net, now, inputs, gradient);
                float[] weights = weights(net, now).gradients();
                for (int i = 0; i < count * in; i++) {
                    dx[first * in + i] += weights[i];
                }
            }
        }
        return dx;
    }

    /** Forward and backward of the whole network, with a gradient for one block only. */
    private float[] backward(N net, Draw draw, Tensor inputs, float[] gradient) {
        int batch = inputs.shape()[0];
        int all = sections.size() * out;
        for (Parameter parameter : net.parameters()) {
            parameter.zeroGrad();
        }
        net.forward(Batch.of(inputs));
        Tensor whole = Tensor.zeros(batch, all);
        for (int n = 0; n < batch; n++) {
            System.arraycopy(
                    gradient, n * out, whole.data(), n * all + section(draw).number() * out, out);
        }
        return net.backward(whole).toArray();
    }

    @Override
    public float[] throughInputGradient(Draw draw, float[] x, int rows) {
        float[] y = new float[x.length];
        each(draw, x, rows, (first, count, now) -> {
            for (int unit = 0; unit < (perSample ? out : 1); unit++) {
                N net = at(now);
                weights(net, now, x, first);
                int batch = perSample ? samples(first + count) : out;
                Tensor gradient = perSample ? ones(batch, out, unit) : ones(out, out, -1);
                float[] dx = backward(net, now, Tensor.zeros(batch, in), gradient.data());
                for (int row = first; row < first + count; row++) {
                    if (!perSample || row % out == unit) {
                        System.arraycopy(dx, (perSample ? row / out : row - first) * in, y, row * in, in);
                    }
                }
            }
        });
        return y;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double[] rates() {
        return sections.stream()
                .mapToDouble(Section::p)
                .filter(p -> p > 0 && p < 1)
                .distinct()
                .toArray();
    }

    @Override
    public int[] widths() {
        return new int[] {in};
    }

    @Override
    public int layers(double p) {
        return (int) sections.stream().filter(section -> section.p() == p).count();
    }

    @Override
    public int effort() {
        return effort;
    }

    /** What is not a number is no weight: it would be in every sum. */
    @Override
    public boolean anyValue() {
        return false;
    }

    @Override
    public boolean extremes() {
        return true;
    }
}
