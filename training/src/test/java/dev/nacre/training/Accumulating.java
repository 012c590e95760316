package dev.nacre.training;

import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import dev.nacre.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A network whose gradients add up until a step, as those of generated networks do. */
record Accumulating(Network inner) implements Network {
    @Override
    public void backpropagate() {
        float[][] before = new float[parameters().size()][];
        for (int i = 0; i < before.length; i++) {
            Parameter parameter = parameters().get(i);
            before[i] = parameter.accumulate() ? parameter.gradient().toArray() : new float[0];
        }
        inner.backpropagate();
        for (int i = 0; i < before.length; i++) {
            Parameter parameter = parameters().get(i);
            parameter.accumulate();
            for (int k = 0; k < before[i].length; k++) {
                parameter.gradients()[k] += before[i][k];
            }
        }
    }

    @Override
    public Network train() {
        inner.train();
        return this;
    }

    @Override
    public Network eval() {
        inner.eval();
        return this;
    }

    @Override
    public Mode mode() {
        return inner.mode();
    }

    @Override
    public Network mode(Mode mode) {
        inner.mode(mode);
        return this;
    }

    @Override
    public long seed() {
        return inner.seed();
    }

    @Override
    public long step() {
        return inner.step();
    }

    @Override
    public Network step(long step) {
        inner.step(step);
        return this;
    }

    @Override
    public Tensor forward(Batch batch) {
        return inner.forward(batch);
    }

    @Override
    public float loss(Batch batch) {
        return inner.loss(batch);
    }

    @Override
    public List<Tensor> outputs() {
        return inner.outputs();
    }

    @Override
    public Tensor backward() {
        return inner.backward();
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        return inner.backward(outputGradient);
    }

    @Override
    public List<Parameter> parameters() {
        return inner.parameters();
    }

    @Override
    public Map<String, Tensor> state() {
        return inner.state();
    }

    @Override
    public void save(Path file) {
        inner.save(file);
    }
}
