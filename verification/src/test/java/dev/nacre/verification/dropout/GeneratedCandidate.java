package dev.nacre.verification.dropout;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

/**
 * A generated network whose blocks are dropout layers on one input, their values side by side in its output. A draw chooses a block by its
 * rate and its number among those of that rate.
 */
final class GeneratedCandidate<N extends Network> implements Candidate {
    /** A block: its rate, how it is called alone, and its number, in order of declaration. */
    private record Section<N>(double p, int number, BiFunction<N, Tensor, Tensor> alone) {}

    private final String name;
    private final int width;
    private final int effort;
    private final boolean anyValue;
    private final LongFunction<N> create;
    private final int[] shape;
    private final List<Section<N>> sections = new ArrayList<>();
    private boolean isClassic;
    private N network;

    /**
     * @param anyValue false where the blocks begin with products and ReLU
     * @param shape of a sample; the blocks stand behind one another along its first axis
     */
    GeneratedCandidate(String name, int effort, boolean anyValue, LongFunction<N> create, int... shape) {
        this.name = name;
        this.width = Shape.of(shape).elements();
        this.effort = effort;
        this.anyValue = anyValue;
        this.create = create;
        this.shape = shape;
    }

    GeneratedCandidate<N> block(double p, BiFunction<N, Tensor, Tensor> alone) {
        sections.add(new Section<>(p, sections.size(), alone));
        return this;
    }

    /** The blocks scale at evaluation, not in training. */
    GeneratedCandidate<N> classic() {
        isClassic = true;
        return this;
    }

    static Candidate alone(int effort) {
        return new GeneratedCandidate<>("Alone", effort, true, DropoutNetworks_AloneNetwork::create, 100)
                .block(0.01, DropoutNetworks_AloneNetwork::p01)
                .block(0.1, DropoutNetworks_AloneNetwork::p10)
                .block(0.1, DropoutNetworks_AloneNetwork::p10again)
                .block(0.2, DropoutNetworks_AloneNetwork::p20)
                .block(0.25, DropoutNetworks_AloneNetwork::p25)
                .block(0.3, DropoutNetworks_AloneNetwork::p30)
                .block(0.5, DropoutNetworks_AloneNetwork::p50)
                .block(0.5, DropoutNetworks_AloneNetwork::p50again)
                .block(0.5, DropoutNetworks_AloneNetwork::p50third)
                .block(0.7, DropoutNetworks_AloneNetwork::p70)
                .block(0.9, DropoutNetworks_AloneNetwork::p90)
                .block(0.99, DropoutNetworks_AloneNetwork::p99)
                .block(0, DropoutNetworks_AloneNetwork::none)
                .block(1, DropoutNetworks_AloneNetwork::all)
                .block(0.01, DropoutNetworks_AloneNetwork::p01again)
                .block(0.99, DropoutNetworks_AloneNetwork::p99again);
    }

    static Candidate fused(int effort) {
        return new GeneratedCandidate<>("Fused", effort, false, DropoutNetworks_FusedNetwork::create, 65)
                .block(0.1, DropoutNetworks_FusedNetwork::p10)
                .block(0.5, DropoutNetworks_FusedNetwork::p50)
                .block(0.5, DropoutNetworks_FusedNetwork::p50again)
                .block(0.9, DropoutNetworks_FusedNetwork::p90)
                .block(0, DropoutNetworks_FusedNetwork::none)
                .block(1, DropoutNetworks_FusedNetwork::all)
                .block(0.01, DropoutNetworks_FusedNetwork::p01)
                .block(0.99, DropoutNetworks_FusedNetwork::p99);
    }

    static Candidate unrolled(int effort) {
        return new GeneratedCandidate<>("Unrolled", effort, false, DropoutNetworks_UnrolledNetwork::create, 9)
                .block(0.3, DropoutNetworks_UnrolledNetwork::p30)
                .block(0.5, DropoutNetworks_UnrolledNetwork::p50)
                .block(0.5, DropoutNetworks_UnrolledNetwork::p50again);
    }

    private N at(Draw draw) {
        if (network == null || network.seed() != draw.seed()) {
            network = create.apply(draw.seed());
            for (Parameter parameter : network.parameters()) {
                identity(parameter);
            }
        }
        // A run counts before it draws.
        network.train().step(draw.step() - 1);
        return network;
    }

    private static void identity(Parameter parameter) {
        int[] shape = parameter.shape();
        float[] values = parameter.value().data();
        Arrays.fill(values, 0f);
        if (shape.length == 2) {
            for (int i = 0; i < shape[0]; i++) {
                values[i * shape[1] + i] = 1f;
            }
        }
    }

    private Section<N> section(Draw draw) {
        return sections.stream()
                .filter(section -> section.p() == draw.p())
                .skip(draw.layer())
                .findFirst()
                .orElseThrow();
    }

    private Tensor tensor(float[] values, int rows, int blocks) {
        int[] sizes = new int[shape.length + 1];
        sizes[0] = rows;
        System.arraycopy(shape, 0, sizes, 1, shape.length);
        sizes[1] *= blocks;
        return Tensor.of(values, sizes);
    }

    /** @return the number of the layer that the masks of the network take */
    int maskLayer(Draw draw) {
        return section(draw).number();
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
        return new int[] {width};
    }

    @Override
    public int layers(double p) {
        return (int) sections.stream().filter(section -> section.p() == p).count();
    }

    @Override
    public int effort() {
        return effort;
    }

    @Override
    public boolean anyValue() {
        return anyValue;
    }

    @Override
    public boolean extremes() {
        return layers(0) > 0 && layers(1) > 0;
    }

    @Override
    public double gain(Draw draw) {
        return isClassic ? 1 : 1 / draw.q();
    }

    @Override
    public double evaluationGain(Draw draw) {
        return isClassic ? draw.q() : 1;
    }

    /** The block alone. */
    @Override
    public float[] forward(Draw draw, float[] x, int rows, int width) {
        return section(draw).alone().apply(at(draw), tensor(x, rows, 1)).toArray();
    }

    /** The network as a whole, forward and backward, with a gradient of nothing for the other blocks. */
    @Override
    public float[] gradient(Draw draw, float[] x, float[] dy, int rows, int width) {
        N net = at(draw);
        net.forward(Batch.of(tensor(x, rows, 1)));
        int all = sections.size() * width;
        float[] outputGradient = new float[rows * all];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(
                    dy, row * width, outputGradient, row * all + section(draw).number() * width, width);
        }
        return net.backward(tensor(outputGradient, rows, sections.size())).toArray();
    }

    @Override
    public String toString() {
        return name;
    }

    /** In evaluation the step stays where it is. */
    @Override
    public float[] evaluate(Draw draw, float[] x, int rows, int width) {
        N net = at(draw);
        net.eval();
        float[] y = section(draw).alone().apply(net, tensor(x, rows, 1)).toArray();
        if (net.step() != draw.step() - 1) {
            throw new AssertionError("evaluation moved the step to " + net.step());
        }
        return y;
    }
}
