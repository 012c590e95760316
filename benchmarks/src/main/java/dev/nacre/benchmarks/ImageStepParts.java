package dev.nacre.benchmarks;

import dev.nacre.kernel.Threads;
import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.optimizer.Optimizer;
import java.util.Locale;
import java.util.Map;

/**
 * Where the time of one training step of LeNet or ResNet-20 goes: a clock around each call of a kernel, the gather and the
 * optimiser. Prints medians summed over the calls of one operation, then place by place.
 */
public final class ImageStepParts {
    private ImageStepParts() {}

    /**
     * Measures and prints.
     *
     * @param args {@code LENET} or {@code RESNET20}, the number of threads, how many steps are measured, and how many come before
     */
    public static void main(String[] args) {
        ImageNetwork which = ImageNetwork.valueOf(args[0]);
        Threads.count(Integer.parseInt(args[1]));
        int steps = Integer.parseInt(args[2]);
        int before = Integer.parseInt(args[3]);
        TimedKernels timed = TimedKernels.install(steps);
        Network network = which.create().train();
        Optimizer optimizer = which.optimizer(network);
        Shuffled batches = new Shuffled(which.batch());
        long[] gather = new long[steps];
        long[] passes = new long[steps];
        long[] update = new long[steps];
        long[] all = new long[steps];
        for (int step = -before; step < steps; step++) {
            long t0 = System.nanoTime();
            Batch batch = batches.next();
            long t1 = System.nanoTime();
            timed.begin(step);
            network.loss(batch);
            network.backpropagate();
            timed.end();
            long t2 = System.nanoTime();
            optimizer.step();
            long t3 = System.nanoTime();
            if (step >= 0) {
                gather[step] = t1 - t0;
                passes[step] = t2 - t1;
                update[step] = t3 - t2;
                all[step] = t3 - t0;
            }
        }
        double whole = TimedKernels.median(all);
        System.out.printf(
                Locale.ROOT,
                "%s, %s threads, batch %d: step %.0f us, %.0f samples/s%n",
                which,
                args[1],
                which.batch(),
                whole,
                which.batch() / whole * 1e6);
        line("gather", TimedKernels.median(gather), whole);
        line("optimiser", TimedKernels.median(update), whole);
        double kernels = 0;
        for (Map.Entry<String, Double> entry : timed.operations().entrySet()) {
            line(entry.getKey(), entry.getValue(), whole);
            kernels += entry.getValue();
        }
        line("forward and backward outside kernels", TimedKernels.median(passes) - kernels, whole);
        System.out.println("by place:");
        timed.places().forEach((place, us) -> line(place, us, whole));
    }

    private static void line(String part, double us, double whole) {
        System.out.printf(Locale.ROOT, "%-64s %9.1f us  %5.1f %%%n", part, us, 100 * us / whole);
    }
}
