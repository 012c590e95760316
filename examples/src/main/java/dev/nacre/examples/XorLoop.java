package dev.nacre.examples;

import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.Sgd;
import dev.nacre.tensor.Tensor;

/** The training loop by hand: train, loss, backward, step, eval. */
public final class XorLoop {
    private XorLoop() {}

    /** @param args none */
    public static void main(String[] args) {
        Tensor inputs = Tensor.of(new float[] {0, 0, 0, 1, 1, 0, 1, 1}, 4, 2);
        int[] labels = {0, 1, 1, 0};

        XorNetwork network = XorNetwork.create(42);
        Optimizer optimizer = Sgd.of(0.5f).over(network.parameters());

        network.train();
        for (int step = 1; step <= 500; step++) {
            float loss = network.loss(inputs, labels);
            network.backward();
            optimizer.step();
            if (step % 100 == 0) {
                System.out.printf("step %d: loss %.4f%n", step, loss);
            }
        }

        network.eval();
        Tensor logits = network.forward(inputs);
        for (int row = 0; row < labels.length; row++) {
            System.out.printf(
                    "%.0f xor %.0f = %d%n",
                    inputs.get(row, 0), inputs.get(row, 1), logits.get(row, 1) > logits.get(row, 0) ? 1 : 0);
        }
    }
}
