package dev.nacre.benchmarks.peers;

import dev.nacre.benchmarks.LossCheck;
import dev.nacre.benchmarks.Mlp;
import dev.nacre.data.Batches;
import dev.nacre.network.Batch;
import java.util.ArrayList;
import java.util.Iterator;
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

/**
 * TensorFlow Java on the work of TrainingBenchmark: gather, forward, loss, backward, plain gradient descent, as one graph; its
 * own thread count, which is the number of processors.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TensorFlowBenchmark {
    private static final int BATCH = 256;
    private static final int PIXELS = 784;
    private static final float LEARNING_RATE = 0.1f;

    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final List<Variable<TFloat32>> variables = new ArrayList<>();
    private final List<Op> initialisations = new ArrayList<>();
    private final LossCheck check = new LossCheck("TensorFlow");
    private Placeholder<TFloat32> images;
    private Placeholder<TInt32> labels;
    private Operand<TFloat32> loss;
    private List<Op> updates;
    private Session session;
    private Batches batches;
    private Iterator<Batch> epoch;
    private int epochs;

    /** Makes graph, session and data. */
    @Setup
    public void prepare() {
        images = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(BATCH, PIXELS)));
        labels = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(BATCH)));
        Operand<TFloat32> hidden1 = dropout(tf.nn.relu(dense(images, PIXELS, 256)), 0.2f);
        Operand<TFloat32> hidden2 = dropout(tf.nn.relu(dense(hidden1, 256, 256)), 0.5f);
        Operand<TFloat32> logits = dense(hidden2, 256, 10);
        Operand<TFloat32> expected = tf.oneHot(labels, tf.constant(10), tf.constant(1f), tf.constant(0f));
        loss = tf.math.mean(
                tf.nn.softmaxCrossEntropyWithLogits(logits, expected).loss(), tf.constant(0));
        updates = updates();
        session = new Session(graph);
        Session.Runner first = session.runner();
        initialisations.forEach(first::addTarget);
        first.run().close();
        batches = Mlp.training().batches(BATCH, true);
        epoch = batches.shuffle(1, epochs).iterator();
    }

    private Operand<TFloat32> dense(Operand<TFloat32> x, int in, int out) {
        Variable<TFloat32> weight = variable(Shape.of(in, out));
        Variable<TFloat32> bias = variable(Shape.of(out));
        float deviation = (float) Math.sqrt(1.0 / (3 * in));
        Operand<TFloat32> normal = tf.random.truncatedNormal(tf.constant(new long[] {in, out}), TFloat32.class);
        initialisations.add(tf.assign(weight, tf.math.mul(normal, tf.constant(deviation))));
        initialisations.add(tf.assign(bias, tf.constant(new float[out])));
        return tf.math.add(tf.linalg.matMul(x, weight), bias);
    }

    private Variable<TFloat32> variable(Shape shape) {
        Variable<TFloat32> variable = tf.variable(shape, TFloat32.class);
        variables.add(variable);
        return variable;
    }

    private Operand<TFloat32> dropout(Operand<TFloat32> x, float p) {
        Operand<TFloat32> uniform = tf.random.randomUniform(tf.constant(new long[] {BATCH, 256}), TFloat32.class);
        Operand<TFloat32> kept = tf.dtypes.cast(tf.math.greaterEqual(uniform, tf.constant(p)), TFloat32.class);
        return tf.math.mul(tf.math.mul(x, tf.constant(1 / (1 - p))), kept);
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
                    variables.get(i), tf.constant(LEARNING_RATE), gradients.dy(i)));
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
    @OperationsPerInvocation(BATCH)
    public float step() {
        if (!epoch.hasNext()) {
            epoch = batches.shuffle(1, ++epochs).iterator();
        }
        Batch batch = epoch.next();
        float[] pixels = batch.inputs().get(0).data();
        int[] classes = (int[]) batch.labels().get(0);
        try (TFloat32 x = TFloat32.tensorOf(Shape.of(BATCH, PIXELS), DataBuffers.of(pixels, true, false));
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
