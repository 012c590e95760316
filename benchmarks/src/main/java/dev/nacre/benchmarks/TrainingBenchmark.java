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
 * Training 784-256-256-10 on real images in batches of 256, the whole step counted: gather of the shuffled batch, forward,
 * loss, backward, optimiser. The score is samples per second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TrainingBenchmark {
    private static final int BATCH = 256;

    @Param({"1", "2"})
    public int threads;

    @Param({"true", "false"})
    public boolean dropout;

    private Network network;
    private Optimizer optimizer;
    private Batches batches;
    private Iterator<Batch> epoch;
    private int epochs;

    /** Makes network, optimiser and data. */
    @Setup
    public void prepare() {
        Threads.count(threads);
        network = dropout ? FashionMlp_WithDropoutNetwork.create(4) : FashionMlp_WithoutNetwork.create(4);
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
