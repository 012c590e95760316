package dev.nacre.benchmarks.peers;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.nacre.benchmarks.ImageNetwork;
import dev.nacre.benchmarks.Mlp;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;
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
 * ONNX Runtime on the weights and the images of PredictionBenchmark and LeNetPredictionBenchmark, inputs and outputs pinned,
 * arrays to arrays.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OnnxRuntimeBenchmark {
    private static final int IMAGES = 256;
    private static final int PIXELS = 784;
    private static final int CLASSES = 10;

    @Param({"MLP", "LENET"})
    public Predicted network;

    @Param({"1", "2"})
    public int threads;

    private OrtSession session;
    private float[][] single;
    private float[] all;
    private Pinned one;
    private Pinned many;
    private int next;

    /** What predicts. */
    public enum Predicted {
        MLP(PIXELS),
        LENET(1, 28, 28);

        private final int[] sample;

        Predicted(int... sample) {
            this.sample = sample;
        }

        Network create() {
            return this == MLP ? Mlp.create() : ImageNetwork.LENET.create();
        }

        byte[] model(Network of) {
            return this == MLP ? OnnxModel.of(of, sample) : OnnxModel.of(of, sample, 2, 0);
        }

        long[] shape(int rows) {
            long[] shape = new long[sample.length + 1];
            shape[0] = rows;
            for (int i = 0; i < sample.length; i++) {
                shape[i + 1] = sample[i];
            }
            return shape;
        }
    }

    /** Tensors over buffers of one's own. */
    private record Pinned(
            FloatBuffer in,
            Map<String, OnnxTensor> inputs,
            FloatBuffer out,
            Map<String, OnnxTensor> outputs,
            float[] answer) {}

    /** Makes the session, and checks that it answers what Nacre answers. */
    @Setup
    public void prepare() throws OrtException {
        Network weights = network.create();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        session = environment.createSession(network.model(weights), options);
        Tensor images = Mlp.images(IMAGES);
        all = images.toArray();
        single = new float[IMAGES][PIXELS];
        for (int i = 0; i < IMAGES; i++) {
            System.arraycopy(all, i * PIXELS, single[i], 0, PIXELS);
        }
        one = pinned(environment, 1);
        many = pinned(environment, IMAGES);
        float[] expected = Mlp.predict(weights, images);
        float[] actual = batch();
        for (int i = 0; i < expected.length; i++) {
            if (Math.abs(expected[i] - actual[i]) > 1e-4) {
                throw new IllegalStateException("answers differ: " + expected[i] + " and " + actual[i]);
            }
        }
    }

    private Pinned pinned(OrtEnvironment environment, int rows) throws OrtException {
        FloatBuffer in = direct(rows * PIXELS);
        FloatBuffer out = direct(rows * CLASSES);
        return new Pinned(
                in,
                Map.of("x", OnnxTensor.createTensor(environment, in, network.shape(rows))),
                out,
                Map.of("y", OnnxTensor.createTensor(environment, out, new long[] {rows, CLASSES})),
                new float[rows * CLASSES]);
    }

    private static FloatBuffer direct(int length) {
        return ByteBuffer.allocateDirect(4 * length)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    @Benchmark
    public float[] one() throws OrtException {
        next = (next + 1) % IMAGES;
        return run(one, single[next]);
    }

    @Benchmark
    @OperationsPerInvocation(IMAGES)
    public float[] batch() throws OrtException {
        return run(many, all);
    }

    private float[] run(Pinned pinned, float[] pixels) throws OrtException {
        pinned.in().put(0, pixels);
        try (OrtSession.Result result = session.run(pinned.inputs(), Set.of(), pinned.outputs())) {
            pinned.out().get(0, pinned.answer());
            return pinned.answer();
        }
    }
}
