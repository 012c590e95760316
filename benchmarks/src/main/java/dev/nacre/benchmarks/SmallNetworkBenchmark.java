package dev.nacre.benchmarks;

import dev.nacre.optimizer.Sgd;
import dev.nacre.tensor.Tensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** 4-16-3, one sample at a time: a prediction from a tensor, one from a record, and a step of gradient descent. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SmallNetworkBenchmark {
    private static final int FLOWERS = 64;

    private final SmallNetwork.Flower[] flowers = new SmallNetwork.Flower[FLOWERS];
    private final Tensor[] tensors = new Tensor[FLOWERS];
    private final int[][] labels = new int[FLOWERS][];
    private SmallNetworkNetwork network;
    private SmallNetworkPredictor predictor;
    private Sgd optimizer;
    private int next;

    /** Makes network, predictor and flowers. */
    @Setup
    public void prepare() {
        network = SmallNetworkNetwork.create(1);
        predictor = network.predictor();
        network.train();
        optimizer = Sgd.of(0.01f).over(network.parameters());
        for (int i = 0; i < FLOWERS; i++) {
            flowers[i] = new SmallNetwork.Flower(5 + i % 7 / 3f, 3, 1 + i % 5, i % 3);
            tensors[i] = SmallNetworkNetwork.encode(new SmallNetwork.Flower[] {flowers[i]});
            labels[i] = new int[] {i % 3};
        }
    }

    @Benchmark
    public Tensor forward() {
        return predictor.forward(tensors[next++ & FLOWERS - 1]);
    }

    @Benchmark
    public SmallNetwork.Species predict() {
        return predictor.predict(flowers[next++ & FLOWERS - 1]);
    }

    @Benchmark
    public float step() {
        int sample = next++ & FLOWERS - 1;
        float loss = network.loss(tensors[sample], labels[sample]);
        network.backpropagate();
        optimizer.step();
        return loss;
    }
}
