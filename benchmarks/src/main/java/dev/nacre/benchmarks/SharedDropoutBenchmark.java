package dev.nacre.benchmarks;

import dev.nacre.data.Batches;
import dev.nacre.data.Dataset;
import dev.nacre.kernel.Threads;
import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.Sgd;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Training 784-1024-1024-10 on real images in batches of 256, the whole step counted: without dropout, with p = 0.5 behind both
 * hidden layers and a mask for each sample, and with one mask for the batch, where products take kept units only. The score is
 * samples per second; an epoch has 60,000.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SharedDropoutBenchmark {
    private static final int BATCH = 256;

    @Param({"1", "2"})
    public int threads;

    @Param({"none", "sample", "batch"})
    public String dropout;

    private Network network;
    private Optimizer optimizer;
    private Batches batches;
    private Iterator<Batch> epoch;
    private int epochs;

    /** Makes network, optimiser and data. */
    @Setup
    public void prepare() {
        Threads.count(threads);
        network = switch (dropout) {
            case "none" -> WideMlp_WithoutNetwork.create(4);
            case "sample" -> WideMlp_PerSampleNetwork.create(4);
            case "batch" -> WideMlp_PerBatchNetwork.create(4);
            default -> throw new IllegalArgumentException(dropout);
        };
        network.train();
        optimizer = Sgd.of(0.1f).over(network.parameters());
        Dataset data = Images.training();
        batches = data.batches(BATCH, true);
        epoch = batches.shuffle(1, epochs).iterator();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public float step() {
        if (!epoch.hasNext()) {
            epoch = batches.shuffle(1, ++epochs).iterator();
        }
        float loss = network.loss(epoch.next());
        network.backpropagate();
        optimizer.step();
        return loss;
    }
}
