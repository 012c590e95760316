package dev.nacre.benchmarks.peers;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.nacre.benchmarks.ImageNetwork;
import dev.nacre.benchmarks.LossCheck;
import dev.nacre.benchmarks.Shuffled;
import dev.nacre.network.Batch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** DJL with PyTorch on the work of ImageTrainingBenchmark; its own thread count. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DjlImageBenchmark {
    /** Network, trainer and data. */
    @State(Scope.Benchmark)
    public abstract static class Training {
        private final ImageNetwork network;
        private Model model;
        private Trainer trainer;
        private Shuffled batches;
        private LossCheck check;
        private Shape shape;

        Training(ImageNetwork network) {
            this.network = network;
        }

        /** Makes network, trainer and data. */
        @Setup
        public void prepare() {
            shape = new Shape(network.batch(), 1, 28, 28);
            model = Model.newInstance("images", "PyTorch");
            model.setBlock(DjlImages.of(network));
            Optimizer sgd = Optimizer.sgd()
                    .setLearningRateTracker(Tracker.fixed(network.rate()))
                    .optMomentum(network.momentum())
                    .build();
            trainer = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()).optOptimizer(sgd));
            trainer.initialize(shape);
            batches = new Shuffled(network.batch());
            check = network.check("DJL");
        }

        /** Frees what is native, and makes sure that it did learn. */
        @TearDown
        public void close() {
            trainer.close();
            model.close();
            check.end();
        }

        float step() {
            Batch batch = batches.next();
            try (NDManager manager = trainer.getManager().newSubManager();
                    GradientCollector collector = trainer.newGradientCollector()) {
                NDArray x = manager.create(batch.inputs().get(0).data(), shape);
                NDArray labels = manager.create((int[]) batch.labels().get(0));
                NDList output = trainer.forward(new NDList(x));
                NDArray loss = trainer.getLoss().evaluate(new NDList(labels), output);
                collector.backward(loss);
                trainer.step();
                return check.see(loss.getFloat());
            }
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
