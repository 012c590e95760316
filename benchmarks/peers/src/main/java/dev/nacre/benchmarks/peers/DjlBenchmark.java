package dev.nacre.benchmarks.peers;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.nacre.benchmarks.LossCheck;
import dev.nacre.benchmarks.Mlp;
import dev.nacre.data.Batches;
import dev.nacre.network.Batch;
import java.util.Iterator;
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

/** DJL with PyTorch on the work of TrainingBenchmark: gather, forward, loss, backward, optimiser; its own thread count. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DjlBenchmark {
    private static final int BATCH = 256;
    private static final int PIXELS = 784;

    private final LossCheck check = new LossCheck("DJL");
    private Model model;
    private Trainer trainer;
    private Batches batches;
    private Iterator<Batch> epoch;
    private int epochs;

    /** Makes network, trainer and data. */
    @Setup
    public void prepare() {
        model = Model.newInstance("mlp", "PyTorch");
        model.setBlock(new SequentialBlock()
                .add(Blocks.batchFlattenBlock(PIXELS))
                .add(Linear.builder().setUnits(256).build())
                .add(Activation::relu)
                .add(Dropout.builder().optRate(0.2f).build())
                .add(Linear.builder().setUnits(256).build())
                .add(Activation::relu)
                .add(Dropout.builder().optRate(0.5f).build())
                .add(Linear.builder().setUnits(10).build()));
        trainer = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(Optimizer.sgd()
                        .setLearningRateTracker(Tracker.fixed(0.1f))
                        .build()));
        trainer.initialize(new Shape(BATCH, PIXELS));
        batches = Mlp.training().batches(BATCH, true);
        epoch = batches.shuffle(1, epochs).iterator();
    }

    /** Frees what is native, and makes sure that it did learn. */
    @TearDown
    public void close() {
        trainer.close();
        model.close();
        check.end();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public float step() {
        if (!epoch.hasNext()) {
            epoch = batches.shuffle(1, ++epochs).iterator();
        }
        Batch batch = epoch.next();
        try (NDManager manager = trainer.getManager().newSubManager();
                GradientCollector collector = trainer.newGradientCollector()) {
            NDArray x = manager.create(batch.inputs().get(0).data(), new Shape(BATCH, PIXELS));
            NDArray labels = manager.create((int[]) batch.labels().get(0));
            NDList output = trainer.forward(new NDList(x));
            NDArray loss = trainer.getLoss().evaluate(new NDList(labels), output);
            collector.backward(loss);
            trainer.step();
            return check.see(loss.getFloat());
        }
    }
}
