package dev.nacre.benchmarks.peers;

import dev.nacre.benchmarks.ImageNetwork;
import dev.nacre.benchmarks.LossCheck;
import dev.nacre.benchmarks.Shuffled;
import dev.nacre.network.Batch;
import java.util.ArrayList;
import java.util.List;
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
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** TensorFlow Java on LeNet as in ImageTrainingBenchmark, as one graph, channels last as its processors' kernels have them; its own thread count. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TensorFlowLeNetBenchmark {
    private static final ImageNetwork NETWORK = ImageNetwork.LENET;
    private static final int BATCH = NETWORK.batch();
    private static final List<Long> ONES = List.of(1L, 1L, 1L, 1L);

    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final List<Variable<TFloat32>> variables = new ArrayList<>();
    private final List<Op> initialisations = new ArrayList<>();
    private final LossCheck check = NETWORK.check("TensorFlow");
    private final Shuffled batches = new Shuffled(BATCH);
    private Placeholder<TFloat32> images;
    private Placeholder<TInt32> labels;
    private Operand<TFloat32> loss;
    private List<Op> updates;
    private Session session;

    /** Makes graph and session. */
    @Setup
    public void prepare() {
        images = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(BATCH, 28, 28, 1)));
        labels = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(BATCH)));
        Operand<TFloat32> features1 = pool(tf.nn.relu(conv(images, 1, 6, "SAME")));
        Operand<TFloat32> features2 = pool(tf.nn.relu(conv(features1, 6, 16, "VALID")));
        Operand<TFloat32> flat = tf.reshape(features2, tf.constant(new int[] {BATCH, 400}));
        Operand<TFloat32> hidden = tf.nn.relu(dense(tf.nn.relu(dense(flat, 400, 120)), 120, 84));
        Operand<TFloat32> expected = tf.oneHot(labels, tf.constant(10), tf.constant(1f), tf.constant(0f));
        loss = tf.math.mean(
                tf.nn.softmaxCrossEntropyWithLogits(dense(hidden, 84, 10), expected)
                        .loss(),
                tf.constant(0));
        updates = updates();
        session = new Session(graph);
        Session.Runner first = session.runner();
        initialisations.forEach(first::addTarget);
        first.run().close();
    }

    private Operand<TFloat32> conv(Operand<TFloat32> x, int in, int out, String padding) {
        Variable<TFloat32> weight = weight(25 * in, 5, 5, in, out);
        return tf.nn.biasAdd(tf.nn.conv2d(x, weight, ONES, padding), bias(out));
    }

    private Operand<TFloat32> pool(Operand<TFloat32> x) {
        Operand<TInt32> two = tf.constant(new int[] {1, 2, 2, 1});
        return tf.nn.maxPool(x, two, two, "VALID");
    }

    private Operand<TFloat32> dense(Operand<TFloat32> x, int in, int out) {
        Variable<TFloat32> weight = weight(in, in, out);
        return tf.nn.biasAdd(tf.linalg.matMul(x, weight), bias(out));
    }

    private Variable<TFloat32> weight(int fanIn, long... shape) {
        Variable<TFloat32> weight = variable(Shape.of(shape));
        float deviation = (float) Math.sqrt(1.0 / fanIn);
        Operand<TFloat32> normal = tf.random.truncatedNormal(tf.constant(shape), TFloat32.class);
        initialisations.add(tf.assign(weight, tf.math.mul(normal, tf.constant(deviation))));
        return weight;
    }

    private Variable<TFloat32> bias(int out) {
        Variable<TFloat32> bias = variable(Shape.of(out));
        initialisations.add(tf.assign(bias, tf.constant(new float[out])));
        return bias;
    }

    private Variable<TFloat32> variable(Shape shape) {
        Variable<TFloat32> variable = tf.variable(shape, TFloat32.class);
        variables.add(variable);
        return variable;
    }

    /** No weight may change before the last gradient has read it. */
    private List<Op> updates() {
        Gradients gradients = tf.gradients(loss, variables);
        List<Operation> all = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            all.add(gradients.dy(i).op());
        }
        Ops afterwards = tf.withControlDependencyOps(all);
        List<Op> made = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            made.add(afterwards.train.applyGradientDescent(
                    variables.get(i), tf.constant(NETWORK.rate()), gradients.dy(i)));
        }
        return made;
    }

    /** Frees what is native, and makes sure that it did learn. */
    @TearDown
    public void close() {
        session.close();
        graph.close();
        check.end();
    }

    @Benchmark
    @OperationsPerInvocation(ImageNetwork.LENET_BATCH)
    public float step() {
        Batch batch = batches.next();
        float[] pixels = batch.inputs().get(0).data();
        int[] classes = (int[]) batch.labels().get(0);
        try (TFloat32 x = TFloat32.tensorOf(Shape.of(BATCH, 28, 28, 1), DataBuffers.of(pixels, true, false));
                TInt32 y = TInt32.tensorOf(Shape.of(BATCH), DataBuffers.of(classes, true, false))) {
            Session.Runner step =
                    session.runner().feed(images, x).feed(labels, y).fetch(loss);
            updates.forEach(step::addTarget);
            try (Result result = step.run()) {
                return check.see(((TFloat32) result.get(0)).getFloat());
            }
        }
    }
}
