package dev.nacre.examples;

import dev.nacre.annotations.Plan;
import dev.nacre.io.Checkpoint;
import dev.nacre.kernel.Activation;
import dev.nacre.kernel.Kernels;
import dev.nacre.kernel.Mask;
import dev.nacre.kernel.MaskShape;
import dev.nacre.network.Batch;
import dev.nacre.network.Checks;
import dev.nacre.network.DropoutLayers;
import dev.nacre.network.Initializers;
import dev.nacre.network.Label;
import dev.nacre.network.LabelChecks;
import dev.nacre.network.Loss;
import dev.nacre.network.Mode;
import dev.nacre.network.MonteCarlo;
import dev.nacre.network.Network;
import dev.nacre.network.NonFinite;
import dev.nacre.network.OutputKind;
import dev.nacre.network.Parameter;
import dev.nacre.network.Parameters;
import dev.nacre.network.Result;
import dev.nacre.network.RunState;
import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The network that {@link FashionMlp} declares.
 *
 * <table>
 *   <caption>Blocks</caption>
 *   <tr><th>block</th><th>layers</th><th>in</th><th>out</th><th>parameters</th><th>multiply-adds</th></tr>
 *   <tr><td>hidden1</td><td>Flatten, Dense(256), ReLU, Dropout(0.2)</td><td>image 1x28x28</td><td>256</td><td>200,960</td><td>200,704</td></tr>
 *   <tr><td>hidden2</td><td>Dense(256), ReLU, Dropout(0.5)</td><td>hidden1 256</td><td>256</td><td>65,792</td><td>65,536</td></tr>
 *   <tr><td>logits</td><td>Dense(10)</td><td>hidden2 256</td><td>10</td><td>2,570</td><td>2,560</td></tr>
 *   <tr><td>loss</td><td>CrossEntropy</td><td>logits 10, label</td><td>loss</td><td>0</td><td>0</td></tr>
 * </table>
 *
 * <p>269,322 parameters; 268,800 multiply-adds for one sample forward.
 *
 * <pre class="mermaid">
 * flowchart LR
 *   image_(["image 1x28x28"])
 *   label_(["label"])
 *   hidden1_["hidden1: Flatten, Dense(256), ReLU, Dropout(0.2)"]
 *   image_ -->|1x28x28| hidden1_
 *   hidden2_["hidden2: Dense(256), ReLU, Dropout(0.5)"]
 *   hidden1_ -->|256| hidden2_
 *   logits_["logits: Dense(10)"]
 *   hidden2_ -->|256| logits_
 *   loss_["loss: CrossEntropy"]
 *   logits_ -->|10| loss_
 *   label_ -->|index| loss_
 * </pre>
 */
@Generated("dev.nacre.processor.NacreProcessor")
@Plan(
        version = 1,
        inputs = "image:1x28x28",
        outputs = "logits:10",
        parameters = 269322L,
        multiplyAdds = 268800L
)
public final class FashionMlpNetwork implements FashionMlp, Network {
    private static final Shape HIDDEN1_SHAPE = Shape.of(256);

    private static final Shape HIDDEN2_SHAPE = Shape.of(256);

    private static final Shape IMAGE_SHAPE = Shape.of(1, 28, 28);

    private static final Shape LOGITS_SHAPE = Shape.of(10);

    /**
     * Set by the first run: who only wants a predictor does without.
     */
    private Kernels kernels;

    private final Parameters parameters;

    private final RunState run;

    final Parameter hidden1DenseWeight;

    final Parameter hidden1DenseBias;

    final Parameter hidden2DenseWeight;

    final Parameter hidden2DenseBias;

    final Parameter logitsDenseWeight;

    final Parameter logitsDenseBias;

    private final Mask hidden1DropoutMask;

    private final Mask hidden2DropoutMask;

    private final Result logitsResult = new Result(LOGITS_SHAPE);

    private final Result imageGradientResult = new Result(IMAGE_SHAPE);

    private float[] image;

    private int[] label;

    private float[] logits;

    private float[] imageGradient;

    /**
     * Holds hidden1 unmasked, for monteCarlo.
     */
    private float[] unmasked = {};

    private int capacity;

    private int gradientCapacity;

    /**
     * Holds hidden1.
     */
    private float[] buffer1;

    /**
     * Holds hidden2; gradient of hidden1 dense.
     */
    private float[] buffer2;

    /**
     * Holds loss probabilities; gradient of hidden2 dense.
     */
    private float[] buffer3;

    /**
     * Holds gradient of logits.
     */
    private float[] buffer4;

    /**
     * A part of another network, whose parameters' names begin with {@code prefix}.
     */
    public FashionMlpNetwork(Parameters parameters, String prefix, long seed) {
        this.parameters = parameters;
        this.run = new RunState(seed);
        hidden1DenseWeight = parameters.parameter(prefix.concat("hidden1.dense.weight"), 256, 784);
        hidden1DenseBias = parameters.parameter(prefix.concat("hidden1.dense.bias"), 256);
        hidden2DenseWeight = parameters.parameter(prefix.concat("hidden2.dense.weight"), 256, 256);
        hidden2DenseBias = parameters.parameter(prefix.concat("hidden2.dense.bias"), 256);
        logitsDenseWeight = parameters.parameter(prefix.concat("logits.dense.weight"), 10, 256);
        logitsDenseBias = parameters.parameter(prefix.concat("logits.dense.bias"), 10);
        hidden1DropoutMask = new Mask(0.2, 0, MaskShape.of(256));
        hidden2DropoutMask = new Mask(0.5, 1, MaskShape.of(256));
        run.dropout("hidden1.dropout", hidden1DropoutMask, HIDDEN1_SHAPE, 1);
        run.dropout("hidden2.dropout", hidden2DropoutMask, HIDDEN2_SHAPE, 1);
    }

    /**
     * A new network in training mode: the same seed gives the same bits everywhere.
     *
     * @param seed of the initial weights and of all masks
     * @return the network
     */
    public static FashionMlpNetwork create(long seed) {
        FashionMlpNetwork network = new FashionMlpNetwork(new Parameters(), "", seed);
        network.initialise(seed);
        return network;
    }

    /**
     * A network as it was saved; from a file of another origin, such as PyTorch, in evaluation mode.
     *
     * @param file safetensors
     * @return the network
     * @throws java.io.UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException if its tensors are not those of this network
     */
    public static FashionMlpNetwork load(Path file) {
        Checkpoint checkpoint = Checkpoint.read(file);
        FashionMlpNetwork network = new FashionMlpNetwork(new Parameters(), "", checkpoint.seed());
        checkpoint.restore(network.state());
        checkpoint.restore(network.dropouts());
        return network.step(checkpoint.step()).mode(checkpoint.mode());
    }

    /**
     * Draws the initial weights anew.
     */
    public void initialise(long seed) {
        Initializers.normal(hidden1DenseWeight, 0.01, seed, 0);
        Initializers.constant(hidden1DenseBias, 0.0);
        Initializers.normal(hidden2DenseWeight, 0.01, seed, 2);
        Initializers.constant(hidden2DenseBias, 0.0);
        Initializers.normal(logitsDenseWeight, 0.01, seed, 4);
        Initializers.constant(logitsDenseBias, 0.0);
    }

    /**
     * Runs all blocks but the losses.
     *
     * @param image (batch, 1, 28, 28)
     * @return logits (batch, 10); a buffer of this network, which the call after the next overwrites
     */
    public Tensor forward(Tensor image) {
        int batch = Checks.batch("image", image, IMAGE_SHAPE);
        run.enter();
        try {
            forward(image.data(), logitsResult.next(batch), batch);
            return logitsResult.tensor();
        } finally {
            run.leave();
        }
    }

    @Override
    public Tensor forward(Batch batch) {
        return forward(Checks.input(batch, 0, 1, "image"));
    }

    @Override
    public List<Tensor> outputs() {
        return List.of(logitsResult.tensor());
    }

    /**
     * The same on arrays, for networks that use this one: in training they are read again when it runs backward.
     */
    public void forward(float[] image, float[] logits, int batch) {
        run.begin(batch, 256);
        drawMasks();
        reserve(batch);
        this.image = image;
        this.logits = logits;
        forwardHidden1(image, buffer1, batch);
        forwardHidden2(buffer1, buffer2, batch);
        forwardLogits(buffer2, logits, batch);
        run.ranForward(batch);
    }

    /**
     * The block alone, in the present mode; what it ran on cannot be run backward.
     */
    @Override
    public Tensor hidden1(Tensor image) {
        int batch = Checks.batch("image", image, IMAGE_SHAPE);
        run.enter();
        try {
            run.begin(batch, 256);
            drawMasks();
            reserve(batch);
            Tensor hidden1Tensor = Tensor.zeros(HIDDEN1_SHAPE.withBatch(batch));
            forwardHidden1(image.data(), hidden1Tensor.data(), batch);
            return hidden1Tensor;
        } finally {
            run.leave();
        }
    }

    /**
     * The block alone, in the present mode; what it ran on cannot be run backward.
     */
    @Override
    public Tensor hidden2(Tensor hidden1) {
        int batch = Checks.batch("hidden1", hidden1, HIDDEN1_SHAPE);
        run.enter();
        try {
            run.begin(batch, 256);
            drawMasks();
            reserve(batch);
            Tensor hidden2Tensor = Tensor.zeros(HIDDEN2_SHAPE.withBatch(batch));
            forwardHidden2(hidden1.data(), hidden2Tensor.data(), batch);
            return hidden2Tensor;
        } finally {
            run.leave();
        }
    }

    /**
     * The block alone, in the present mode; what it ran on cannot be run backward.
     */
    @Override
    public Tensor logits(Tensor hidden2) {
        int batch = Checks.batch("hidden2", hidden2, HIDDEN2_SHAPE);
        run.enter();
        try {
            run.begin(batch, 256);
            drawMasks();
            reserve(batch);
            Tensor logitsTensor = Tensor.zeros(LOGITS_SHAPE.withBatch(batch));
            forwardLogits(hidden2.data(), logitsTensor.data(), batch);
            return logitsTensor;
        } finally {
            run.leave();
        }
    }

    /**
     * Runs to the loss.
     */
    public float loss(Tensor image, int[] label) {
        int batch = Checks.batch("image", image, IMAGE_SHAPE);
        run.enter();
        try {
            LabelChecks.labels("label", label, batch, 1, 10, -100);
            return lossOf(image, label, batch);
        } finally {
            run.leave();
        }
    }

    @Override
    public float loss(Batch batch) {
        return loss(Checks.input(batch, 0, 1, "image"), Checks.labels(batch, 0, 1, "label"));
    }

    /**
     * The block alone, in the present mode; what it ran on cannot be run backward.
     */
    @Override
    public Loss loss(Tensor logits, Label label) {
        int batch = Checks.batch("logits", logits, LOGITS_SHAPE);
        LabelChecks.labels("label", label.indices(), batch, 1, 10, -100);
        run.enter();
        try {
            run.begin(batch, 256);
            drawMasks();
            reserve(batch);
            return new Loss(forwardLoss(logits.data(), label.indices(), batch));
        } finally {
            run.leave();
        }
    }

    @Override
    public Tensor backward() {
        run.enter();
        try {
            int batch = run.beginBackwardFromLoss();
            reserveGradients(batch);
            backwardLosses(batch);
            backwardBlocks(batch);
            copyInputGradients(batch);
            return imageGradientResult.tensor();
        } finally {
            run.leave();
        }
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        run.enter();
        try {
            int batch = run.beginBackwardFromOutput(outputGradient, LOGITS_SHAPE);
            reserveGradients(batch);
            backwardOutput(outputGradient.data(), batch);
            backwardBlocks(batch);
            copyInputGradients(batch);
            return imageGradientResult.tensor();
        } finally {
            run.leave();
        }
    }

    @Override
    public void backpropagate() {
        run.enter();
        try {
            int batch = run.beginBackwardFromLoss();
            reserveGradients(batch);
            backwardLosses(batch);
            backwardBlocks(batch);
        } finally {
            run.leave();
        }
    }

    /**
     * The same on arrays, for networks that use this one: from the gradient of the output to those of the inputs.
     */
    public void backward(float[] outputGradient, float[] imageGradient, int batch) {
        run.beginBackwardFromOutput();
        reserveGradients(batch);
        backwardOutput(outputGradient, batch);
        this.imageGradient = imageGradient;
        backwardBlocks(batch);
        backwardInputs(batch);
    }

    @Override
    public Optional<String> findNonFinite() {
        return NonFinite.find(this, run, parameters, this::searchNonFinite);
    }

    @Override
    public List<OutputKind> outputKinds() {
        return List.of(OutputKind.LOGITS);
    }

    /**
     * logits by one mask after the other, the same for the same seed and step, which stays; what comes before the
     * first dropout runs once. What ran before cannot be run backward.
     *
     * @param samples how many masks to draw
     */
    public MonteCarlo monteCarlo(Tensor image, int samples) {
        return monteCarloOutputs(image, samples).get(0);
    }

    @Override
    public List<MonteCarlo> monteCarloOutputs(Batch batch, int samples) {
        return monteCarloOutputs(Checks.input(batch, 0, 1, "image"), samples);
    }

    /**
     * The same of all outputs.
     */
    public List<MonteCarlo> monteCarloOutputs(Tensor image, int samples) {
        int batch = Checks.batch("image", image, IMAGE_SHAPE);
        run.enter();
        try {
            this.image = image.data();
            this.logits = logitsResult.next(batch);
            return MonteCarlo.sample(this, run, batch, samples, this::forwardBefore, this::forwardAfter);
        } finally {
            run.leave();
        }
    }

    @Override
    public FashionMlpNetwork mode(Mode mode) {
        run.mode(mode);
        return this;
    }

    @Override
    public Mode mode() {
        return run.mode();
    }

    @Override
    public FashionMlpNetwork train() {
        return mode(Mode.TRAIN);
    }

    @Override
    public FashionMlpNetwork eval() {
        return mode(Mode.EVAL);
    }

    @Override
    public long seed() {
        return run.seed();
    }

    @Override
    public long step() {
        return run.step();
    }

    @Override
    public FashionMlpNetwork step(long step) {
        run.step(step);
        return this;
    }

    @Override
    public DropoutLayers dropouts() {
        return run.dropouts();
    }

    @Override
    public List<Parameter> parameters() {
        return parameters.list();
    }

    @Override
    public Map<String, Tensor> state() {
        return parameters.state();
    }

    @Override
    public void save(Path file) {
        Checkpoint.save(file, state(), run);
    }

    /**
     * @return the evaluation of this network as it is now: immutable, for any number of threads
     */
    public FashionMlpPredictor predictor() {
        return new FashionMlpPredictor(this);
    }

    /**
     * Flatten, Dense(256), ReLU, Dropout(0.2): 1x28x28 -&gt; 256.
     */
    private void forwardHidden1(float[] image, float[] hidden1, int batch) {
        // hidden1 dense = image Wᵀ + b
        // hidden1 relu = relu(hidden1 dense)
        // hidden1 = dropout(hidden1 relu, 0.2)
        kernels.dense(image, hidden1DenseWeight.values(), hidden1DenseBias.values(), hidden1, batch,
                784, 256, Activation.RELU, hidden1DropoutMask);
    }

    /**
     * Dense(256), ReLU, Dropout(0.5): 256 -&gt; 256.
     */
    private void forwardHidden2(float[] hidden1, float[] hidden2, int batch) {
        // hidden2 dense = hidden1 Wᵀ + b
        // hidden2 relu = relu(hidden2 dense)
        // hidden2 = dropout(hidden2 relu, 0.5)
        kernels.dense(hidden1, hidden2DenseWeight.values(), hidden2DenseBias.values(), hidden2,
                batch, 256, 256, Activation.RELU, hidden2DropoutMask);
    }

    /**
     * Dense(10): 256 -&gt; 10.
     */
    private void forwardLogits(float[] hidden2, float[] logits, int batch) {
        // logits = hidden2 Wᵀ + b
        kernels.dense(hidden2, logitsDenseWeight.values(), logitsDenseBias.values(), logits, batch,
                256, 10, Activation.IDENTITY);
    }

    /**
     * The masks of this step; none in evaluation.
     */
    private void drawMasks() {
        run.draw(hidden1DropoutMask);
        run.draw(hidden2DropoutMask);
    }

    /**
     * Makes room for a larger batch.
     */
    private void reserve(int batch) {
        if (batch > capacity) {
            kernels = Kernels.get();
            buffer1 = new float[Checks.elements(batch, 256)];
            buffer2 = new float[Checks.elements(batch, 256)];
            buffer3 = new float[Checks.elements(batch, 256)];
            capacity = batch;
        }
    }

    /**
     * Makes room for the gradients of a larger batch.
     */
    private void reserveGradients(int batch) {
        if (batch > gradientCapacity) {
            buffer4 = new float[Checks.elements(batch, 10)];
            gradientCapacity = batch;
        }
    }

    /**
     * CrossEntropy: 10 -&gt; loss.
     */
    private float forwardLoss(float[] logits, int[] label, int batch) {
        float[] lossProbabilities = buffer3;
        // mean of log Σ exp(logits) - logits[label]
        return kernels.crossEntropy(logits, label, lossProbabilities, batch, 10);
    }

    /**
     * Forward, then the losses, each times its weight.
     */
    private float lossOf(Tensor image, int[] label, int batch) {
        forward(image.data(), logitsResult.next(batch), batch);
        this.label = label;
        float loss = forwardLoss(this.logits, this.label, batch);
        run.ranLoss(batch);
        return loss;
    }

    /**
     * The gradients of loss.
     */
    private void backwardLoss(int[] label, float[] logitsGradient, int batch) {
        float[] lossProbabilities = buffer3;
        // d(logits) = weight / batch (softmax(logits) - onehot(label))
        kernels.crossEntropyGradient(lossProbabilities, label, logitsGradient, batch, 10, 1f);
    }

    /**
     * From the losses to the gradients of the outputs.
     */
    private void backwardLosses(int batch) {
        backwardLoss(label, buffer4, batch);
    }

    /**
     * Begins with the caller's gradient in place of the losses'.
     */
    private void backwardOutput(float[] outputGradient, int batch) {
        System.arraycopy(outputGradient, 0, buffer4, 0, batch * 10);
    }

    /**
     * The gradients of logits.
     */
    private void backwardLogits(float[] hidden2, float[] logitsGradient,
            float[] hidden2DenseGradient, int batch) {
        // dW = d(logits)ᵀ hidden2
        // db = column sums of d(logits)
        kernels.denseWeightGradient(logitsGradient, hidden2, logitsDenseWeight.gradients(),
                logitsDenseBias.gradients(), batch, 256, 10, logitsDenseWeight.accumulate(),
                logitsDenseBias.accumulate());
        // d(hidden2) = d(logits) W
        // d(hidden2 relu) = d(hidden2) with the same mask
        // d(hidden2 dense) = d(hidden2 relu) where hidden2 relu > 0
        kernels.denseInputGradient(logitsGradient, logitsDenseWeight.values(), hidden2DenseGradient,
                batch, 256, 10, hidden2, Activation.RELU, hidden2DropoutMask);
    }

    /**
     * The gradients of hidden2.
     */
    private void backwardHidden2(float[] hidden1, float[] hidden2DenseGradient,
            float[] hidden1DenseGradient, int batch) {
        // dW = d(hidden2 dense)ᵀ hidden1
        // db = column sums of d(hidden2 dense)
        kernels.denseWeightGradient(hidden2DenseGradient, hidden1, hidden2DenseWeight.gradients(),
                hidden2DenseBias.gradients(), batch, 256, 256, hidden2DenseWeight.accumulate(),
                hidden2DenseBias.accumulate());
        // d(hidden1) = d(hidden2 dense) W
        // d(hidden1 relu) = d(hidden1) with the same mask
        // d(hidden1 dense) = d(hidden1 relu) where hidden1 relu > 0
        kernels.denseInputGradient(hidden2DenseGradient, hidden2DenseWeight.values(),
                hidden1DenseGradient, batch, 256, 256, hidden1, Activation.RELU,
                hidden1DropoutMask);
    }

    /**
     * The gradients of hidden1.
     */
    private void backwardHidden1(float[] image, float[] hidden1DenseGradient, int batch) {
        // dW = d(hidden1 dense)ᵀ image
        // db = column sums of d(hidden1 dense)
        kernels.denseWeightGradient(hidden1DenseGradient, image, hidden1DenseWeight.gradients(),
                hidden1DenseBias.gradients(), batch, 784, 256, hidden1DenseWeight.accumulate(),
                hidden1DenseBias.accumulate());
    }

    /**
     * To the gradients of the parameters.
     */
    private void backwardBlocks(int batch) {
        backwardLogits(buffer2, buffer4, buffer3, batch);
        backwardHidden2(buffer1, buffer3, buffer2, batch);
        backwardHidden1(image, buffer2, batch);
    }

    /**
     * The gradients of hidden1.
     */
    private void inputBackwardHidden1(float[] imageGradient, float[] hidden1DenseGradient,
            int batch) {
        // d(image) = d(hidden1 dense) W
        kernels.denseInputGradient(hidden1DenseGradient, hidden1DenseWeight.values(), imageGradient,
                batch, 784, 256);
    }

    /**
     * On to the gradients of the inputs.
     */
    private void backwardInputs(int batch) {
        inputBackwardHidden1(imageGradient, buffer2, batch);
    }

    /**
     * Hands the gradients of the inputs out.
     */
    private void copyInputGradients(int batch) {
        imageGradient = imageGradientResult.next(batch);
        backwardInputs(batch);
    }

    /**
     * The last run forward once more, block by block, with a look at each value.
     */
    private void searchNonFinite(NonFinite search, int batch) {
        drawMasks();
        search.input("image", image, batch * 784);
        forwardHidden1(image, buffer1, batch);
        search.block("hidden1", buffer1, batch * 256);
        forwardHidden2(buffer1, buffer2, batch);
        search.block("hidden2", buffer2, batch * 256);
        forwardLogits(buffer2, logits, batch);
        search.block("logits", logits, batch * 10);
        if (search.toLoss()) {
            search.loss("loss", forwardLoss(logits, label, batch));
        }
    }

    /**
     * What comes before the first mask in hidden1.
     */
    private void forwardBeforeHidden1(float[] image, float[] hidden1Unmasked, int batch) {
        // hidden1 dense = image Wᵀ + b
        // hidden1 relu = relu(hidden1 dense)
        kernels.dense(image, hidden1DenseWeight.values(), hidden1DenseBias.values(),
                hidden1Unmasked, batch, 784, 256, Activation.RELU);
    }

    /**
     * The first mask, and what comes after it in hidden1.
     */
    private void forwardAfterHidden1(float[] hidden1, float[] hidden1Unmasked, int batch) {
        // hidden1 = dropout(hidden1 relu, 0.2)
        kernels.activate(hidden1Unmasked, hidden1, batch, 256, Activation.IDENTITY,
                hidden1DropoutMask);
    }

    /**
     * What no mask changes: once for all samples of a prediction.
     */
    private void forwardBefore(int batch) {
        run.begin(batch, 256);
        reserve(batch);
        if (unmasked.length < batch * 256) {
            unmasked = new float[Checks.elements(batch, 256)];
        }
        forwardBeforeHidden1(image, unmasked, batch);
    }

    /**
     * From the first mask on: for each sample of a prediction, with masks of its own.
     */
    private void forwardAfter(int batch) {
        run.begin(batch, 256);
        drawMasks();
        forwardAfterHidden1(buffer1, unmasked, batch);
        forwardHidden2(buffer1, buffer2, batch);
        forwardLogits(buffer2, logits, batch);
    }
}
