package dev.nacre.benchmarks;

import dev.nacre.kernel.Threads;
import dev.nacre.network.Network;
import dev.nacre.optimizer.Optimizer;
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
import org.openjdk.jmh.annotations.TearDown;

/**
 * Training LeNet and ResNet-20 on real images, the whole step counted: gather of the shuffled batch, forward, loss, backward,
 * optimiser. The score is samples per second.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ImageTrainingBenchmark {
    /** Network, optimiser and data. */
    @State(Scope.Benchmark)
    public abstract static class Training {
        @Param({"1", "2"})
        public int threads;

        private final ImageNetwork network;
        private Network trained;
        private Optimizer optimizer;
        private Shuffled batches;
        private LossCheck check;

        Training(ImageNetwork network) {
            this.network = network;
        }

        /** Makes network, optimiser and data. */
        @Setup
        public void prepare() {
            Threads.count(threads);
            trained = network.create().train();
            optimizer = network.optimizer(trained);
            batches = new Shuffled(network.batch());
            check = network.check("Nacre");
        }

        /** Makes sure that it did learn. */
        @TearDown
        public void close() {
            check.end();
        }

        float step() {
            float loss = trained.loss(batches.next());
            trained.backpropagate();
            optimizer.step();
            return check.see(loss);
        }
    }

    /** LeNet. */
    public static class LeNet extends Training {
        public LeNet() {
            super(ImageNetwork.LENET);
        }
    }

    /** ResNet-20. */
    public static class ResNet20 extends Training {
        public ResNet20() {
            super(ImageNetwork.RESNET20);
        }
    }

    @Benchmark
    @OperationsPerInvocation(ImageNetwork.LENET_BATCH)
    public float leNet(LeNet training) {
        return training.step();
    }

    @Benchmark
    @OperationsPerInvocation(ImageNetwork.RESNET20_BATCH)
    public float resNet20(ResNet20 training) {
        return training.step();
    }
}
