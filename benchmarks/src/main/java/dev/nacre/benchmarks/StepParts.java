package dev.nacre.benchmarks;

import dev.nacre.data.Batches;
import dev.nacre.kernel.Activation;
import dev.nacre.kernel.Kernels;
import dev.nacre.kernel.Mask;
import dev.nacre.kernel.Threads;
import dev.nacre.network.Batch;
import dev.nacre.network.Parameter;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.Sgd;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the time of one training step of 784-256-256-10 goes: the calls of the generated class, one by one, with a clock
 * around each. Prints the median of each part, what share of the step it is and, for products, its rate.
 */
public final class StepParts {
    private static final int BATCH = 256;

    private final Kernels kernels = Kernels.get();
    private final FashionMlp_WithDropoutNetwork network = FashionMlp_WithDropoutNetwork.create(4);
    private final Optimizer optimizer = Sgd.of(0.1f).over(network.parameters());
    private final Mask mask1 = new Mask(0.2, 0);
    private final Mask mask2 = new Mask(0.5, 1);
    private final float[] hidden1 = new float[BATCH * 256];
    private final float[] hidden2 = new float[BATCH * 256];
    private final float[] logits = new float[BATCH * 10];
    private final float[] probabilities = new float[BATCH * 10];
    private final float[] logitsGradient = new float[BATCH * 10];
    private final float[] gradient2 = new float[BATCH * 256];
    private final float[] gradient1 = new float[BATCH * 256];
    private final Map<String, long[]> times = new LinkedHashMap<>();
    private final int rounds;
    private int round;
    private long since;

    private StepParts(int rounds) {
        this.rounds = rounds;
    }

    /**
     * Measures and prints.
     *
     * @param args the number of threads, 1 if not given, and how many steps are measured after as many to warm up
     */
    public static void main(String[] args) {
        Threads.count(args.length > 0 ? Integer.parseInt(args[0]) : 1);
        StepParts parts = new StepParts(args.length > 1 ? Integer.parseInt(args[1]) : 3000);
        parts.measure();
        parts.print();
    }

    private void measure() {
        Batches batches = Images.training().batches(BATCH, true);
        int epoch = 0;
        Iterator<Batch> iterator = batches.shuffle(1, epoch).iterator();
        for (int i = 0; i < 2 * rounds; i++) {
            round = i % rounds;
            if (!iterator.hasNext()) {
                iterator = batches.shuffle(1, ++epoch).iterator();
            }
            step(iterator);
        }
    }

    private void step(Iterator<Batch> iterator) {
        List<Parameter> p = network.parameters();
        float[] w1 = p.get(0).values();
        float[] b1 = p.get(1).values();
        float[] w2 = p.get(2).values();
        float[] b2 = p.get(3).values();
        float[] w3 = p.get(4).values();
        float[] b3 = p.get(5).values();
        since = System.nanoTime();
        Batch batch = iterator.next();
        float[] x = batch.inputs().get(0).data();
        int[] labels = (int[]) batch.labels().get(0);
        lap("gather");
        mask1.draw(4, round);
        mask2.draw(4, round);
        kernels.dense(x, w1, b1, hidden1, BATCH, 784, 256, Activation.RELU, mask1);
        lap("forward hidden1");
        kernels.dense(hidden1, w2, b2, hidden2, BATCH, 256, 256, Activation.RELU, mask2);
        lap("forward hidden2");
        kernels.dense(hidden2, w3, b3, logits, BATCH, 256, 10, Activation.IDENTITY);
        lap("forward logits");
        kernels.crossEntropy(logits, labels, probabilities, BATCH, 10);
        lap("loss");
        kernels.crossEntropyGradient(probabilities, labels, logitsGradient, BATCH, 10, 1f);
        lap("loss gradient");
        kernels.denseWeightGradient(
                logitsGradient, hidden2, p.get(4).gradients(), p.get(5).gradients(), BATCH, 256, 10, false, false);
        lap("weight and bias gradient logits");
        kernels.denseInputGradient(logitsGradient, w3, gradient2, BATCH, 256, 10, hidden2, Activation.RELU, mask2);
        lap("input gradient logits");
        kernels.denseWeightGradient(
                gradient2, hidden1, p.get(2).gradients(), p.get(3).gradients(), BATCH, 256, 256, false, false);
        lap("weight and bias gradient hidden2");
        kernels.denseInputGradient(gradient2, w2, gradient1, BATCH, 256, 256, hidden1, Activation.RELU, mask1);
        lap("input gradient hidden2");
        kernels.denseWeightGradient(
                gradient1, x, p.get(0).gradients(), p.get(1).gradients(), BATCH, 784, 256, false, false);
        lap("weight and bias gradient hidden1");
        optimizer.step();
        lap("optimiser");
    }

    private void lap(String part) {
        long now = System.nanoTime();
        times.computeIfAbsent(part, key -> new long[rounds])[round] = now - since;
        since = System.nanoTime();
    }

    private void print() {
        double total = 0;
        double mean = times.values().stream().flatMapToLong(Arrays::stream).sum() / 1e3 / rounds;
        for (long[] t : times.values()) {
            Arrays.sort(t);
            total += t[rounds / 2] / 1e3;
        }
        for (Map.Entry<String, long[]> entry : times.entrySet()) {
            double us = entry.getValue()[rounds / 2] / 1e3;
            double least = entry.getValue()[rounds / 20] / 1e3;
            System.out.printf(
                    "%-30s %8.1f us  %5.1f %%   (5th percentile %.1f)%n", entry.getKey(), us, 100 * us / total, least);
        }
        System.out.printf("%-30s %8.1f us  %.0f samples/s%n", "sum of medians", total, BATCH / total * 1e6);
        System.out.printf("%-30s %8.1f us  %.0f samples/s%n", "mean of steps", mean, BATCH / mean * 1e6);
    }
}
