package dev.nacre.examples;

import dev.nacre.kernel.Activation;
import dev.nacre.kernel.Kernels;
import dev.nacre.kernel.PackedWeights;
import dev.nacre.network.Checks;
import dev.nacre.network.Result;
import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import javax.annotation.processing.Generated;

/**
 * The evaluation of {@link FashionMlpNetwork} as it was when this was made: immutable, for any number of threads,
 * with norms folded into the layers before them. After a thread's first call only arrays and lists that are the
 * caller's own are allocated.
 */
@Generated("dev.nacre.processor.NacreProcessor")
public final class FashionMlpPredictor {
    private static final Shape IMAGE_SHAPE = Shape.of(1, 28, 28);

    private static final Shape LOGITS_SHAPE = Shape.of(10);

    private final PackedWeights hidden1DenseWeight;

    private final float[] hidden1DenseBias;

    private final PackedWeights hidden2DenseWeight;

    private final float[] hidden2DenseBias;

    private final PackedWeights logitsDenseWeight;

    private final float[] logitsDenseBias;

    private final Workspaces workspaces = new Workspaces();

    FashionMlpPredictor(FashionMlpNetwork network) {
        hidden1DenseWeight = PackedWeights.of(network.hidden1DenseWeight.values(), 784, 256);
        hidden1DenseBias = network.hidden1DenseBias.value().toArray();
        hidden2DenseWeight = PackedWeights.of(network.hidden2DenseWeight.values(), 256, 256);
        hidden2DenseBias = network.hidden2DenseBias.value().toArray();
        logitsDenseWeight = PackedWeights.of(network.logitsDenseWeight.values(), 256, 10);
        logitsDenseBias = network.logitsDenseBias.value().toArray();
    }

    /**
     * @return logits (batch, 10); a buffer of this thread, which its call after the next overwrites
     */
    public Tensor forward(Tensor image) {
        int batch = Checks.batch("image", image, IMAGE_SHAPE);
        Workspace buffers = workspaces.get();
        forward(image.data(), buffers.logitsResult.next(batch), buffers, batch);
        return buffers.logitsResult.tensor();
    }

    /**
     * The same on arrays.
     */
    public void forward(float[] image, float[] logits, int batch) {
        forward(image, logits, workspaces.get(), batch);
    }

    /**
     * @return logits as the probabilities of classes; a buffer of this thread, which its call after the next overwrites
     */
    public Tensor probabilities(Tensor image) {
        Tensor scores = forward(image);
        float[] elements = scores.data();
        Kernels.get().softmax(elements, elements, scores.elements() / 10, 10);
        return scores;
    }

    /**
     * The same in the buffers of this thread.
     */
    private void forward(float[] image, float[] logits, Workspace buffers, int batch) {
        buffers.reserve(batch);
        forwardHidden1(image, buffers.buffer1, batch);
        forwardHidden2(buffers.buffer1, buffers.buffer2, batch);
        forwardLogits(buffers.buffer2, logits, batch);
    }

    /**
     * hidden1: image 1x28x28 -&gt; 256.
     */
    private void forwardHidden1(float[] image, float[] hidden1, int batch) {
        // hidden1 dense = image Wᵀ + b
        // hidden1 relu = relu(hidden1 dense)
        hidden1DenseWeight.dense(image, hidden1DenseBias, hidden1, batch, Activation.RELU);
    }

    /**
     * hidden2: hidden1 256 -&gt; 256.
     */
    private void forwardHidden2(float[] hidden1, float[] hidden2, int batch) {
        // hidden2 dense = hidden1 Wᵀ + b
        // hidden2 relu = relu(hidden2 dense)
        hidden2DenseWeight.dense(hidden1, hidden2DenseBias, hidden2, batch, Activation.RELU);
    }

    /**
     * logits: hidden2 256 -&gt; 10.
     */
    private void forwardLogits(float[] hidden2, float[] logits, int batch) {
        // logits = hidden2 Wᵀ + b
        logitsDenseWeight.dense(hidden2, logitsDenseBias, logits, batch, Activation.IDENTITY);
    }

    /**
     * The buffers of one thread.
     */
    private static final class Workspace {
        final Result logitsResult = new Result(LOGITS_SHAPE);

        int capacity;

        /**
         * Holds hidden1.
         */
        float[] buffer1;

        /**
         * Holds hidden2.
         */
        float[] buffer2;

        void reserve(int batch) {
            if (batch > capacity) {
                buffer1 = new float[Checks.elements(batch, 256)];
                buffer2 = new float[Checks.elements(batch, 256)];
                capacity = batch;
            }
        }
    }

    /**
     * One workspace for each thread.
     */
    private static final class Workspaces extends ThreadLocal<Workspace> {
        @Override
        protected Workspace initialValue() {
            return new Workspace();
        }
    }
}
