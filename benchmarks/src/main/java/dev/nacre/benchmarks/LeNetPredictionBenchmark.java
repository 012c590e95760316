package dev.nacre.benchmarks;

import dev.nacre.kernel.Threads;
import dev.nacre.tensor.Tensor;
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

/** Predictions of LeNet on real images, one by one and in batches of 256; microseconds for each image. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LeNetPredictionBenchmark {
    private static final int IMAGES = 256;

    @Param({"1", "2"})
    public int threads;

    private LeNetPredictor predictor;
    private Tensor batch;
    private Tensor[] single;
    private int next;

    /** Makes predictor and images. */
    @Setup
    public void prepare() {
        Threads.count(threads);
        predictor = LeNetNetwork.create(4).predictor();
        batch = Images.test(IMAGES);
        single = new Tensor[IMAGES];
        int pixels = batch.elements() / IMAGES;
        for (int i = 0; i < IMAGES; i++) {
            float[] image = new float[pixels];
            System.arraycopy(batch.data(), i * pixels, image, 0, pixels);
            single[i] = Tensor.of(image, 1, 1, 28, 28);
        }
    }

    @Benchmark
    public Tensor one() {
        next = (next + 1) % IMAGES;
        return predictor.forward(single[next]);
    }

    @Benchmark
    @OperationsPerInvocation(IMAGES)
    public Tensor batch() {
        return predictor.forward(batch);
    }
}
