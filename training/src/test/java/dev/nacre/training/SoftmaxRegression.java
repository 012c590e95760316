package dev.nacre.training;

import dev.nacre.network.Batch;
import dev.nacre.network.LabelChecks;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import dev.nacre.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One dense layer and softmax cross entropy, in plain loops: a network to train in tests. Records what it was asked. */
final class SoftmaxRegression implements Network {
    final List<Integer> batchSizes = new ArrayList<>();
    final List<Mode> lossModes = new ArrayList<>();
    private final int inputs;
    private final int classes;
    private final Parameter weight;
    private final Parameter bias;
    private Mode mode = Mode.TRAIN;
    private Batch last;
    private Tensor logits;

    private final Tensor running = Tensor.zeros(1);
    private boolean normalized;
    private long step;

    SoftmaxRegression(int inputs, int classes) {
        this.inputs = inputs;
        this.classes = classes;
        this.weight = new Parameter("dense.weight", classes, inputs);
        this.bias = new Parameter("dense.bias", classes);
    }

    /** From now on with running statistics and a step, which training changes, and not for one sample alone. */
    SoftmaxRegression normalized() {
        normalized = true;
        return this;
    }

    @Override
    public Network train() {
        return mode(Mode.TRAIN);
    }

    @Override
    public Network eval() {
        return mode(Mode.EVAL);
    }

    @Override
    public Mode mode() {
        return mode;
    }

    @Override
    public Network mode(Mode chosen) {
        mode = chosen;
        return this;
    }

    @Override
    public long seed() {
        return 0;
    }

    @Override
    public long step() {
        return step;
    }

    @Override
    public Network step(long to) {
        step = to;
        return this;
    }

    @Override
    public Tensor forward(Batch batch) {
        last = batch;
        if (normalized && mode == Mode.TRAIN) {
            step++;
            running.data()[0]++;
            if (batch.size() == 1) {
                throw new IllegalArgumentException("one value has no deviation");
            }
        }
        logits = Tensor.zeros(batch.size(), classes);
        float[] x = batch.inputs().get(0).data();
        for (int row = 0; row < batch.size(); row++) {
            for (int unit = 0; unit < classes; unit++) {
                float sum = bias.values()[unit];
                for (int i = 0; i < inputs; i++) {
                    sum += x[row * inputs + i] * weight.values()[unit * inputs + i];
                }
                logits.data()[row * classes + unit] = sum;
            }
        }
        return logits;
    }

    @Override
    public float loss(Batch batch) {
        int[] labels = (int[]) batch.labels().get(0);
        LabelChecks.labels("label", labels, batch.size(), 1, classes);
        batchSizes.add(batch.size());
        lossModes.add(mode);
        forward(batch);
        double sum = 0;
        for (int row = 0; row < batch.size(); row++) {
            sum -= Math.log(probability(row, labels[row]));
        }
        return (float) (sum / batch.size());
    }

    private double probability(int row, int unit) {
        double sum = 0;
        for (int other = 0; other < classes; other++) {
            sum += Math.exp(logits.get(row, other) - logits.get(row, unit));
        }
        return 1 / sum;
    }

    @Override
    public List<Tensor> outputs() {
        return List.of(logits);
    }

    @Override
    public void backpropagate() {
        weight.zeroGrad();
        bias.zeroGrad();
        int[] labels = (int[]) last.labels().get(0);
        float[] x = last.inputs().get(0).data();
        for (int row = 0; row < last.size(); row++) {
            for (int unit = 0; unit < classes; unit++) {
                float d = (float) ((probability(row, unit) - (labels[row] == unit ? 1 : 0)) / last.size());
                bias.gradients()[unit] += d;
                for (int i = 0; i < inputs; i++) {
                    weight.gradients()[unit * inputs + i] += d * x[row * inputs + i];
                }
            }
        }
    }

    @Override
    public Tensor backward() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    @Override
    public Map<String, Tensor> state() {
        return normalized
                ? Map.of(weight.name(), weight.value(), bias.name(), bias.value(), "norm.running_mean", running)
                : Map.of(weight.name(), weight.value(), bias.name(), bias.value());
    }

    @Override
    public void save(Path file) {
        throw new UnsupportedOperationException();
    }
}
