package dev.nacre.network;

import dev.nacre.tensor.Tensor;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every generated network can do; the generated class adds the same calls typed. A network is for one thread at a
 * time: its buffers are its own and are reused. A call that finds another thread inside is an {@link IllegalStateException}
 * and changes nothing.
 *
 * <p>One training step is {@code train()}, {@code loss(batch)}, {@code backpropagate()}, and the {@code step()} of an
 * optimiser.
 */
public interface Network {
    /**
     * Switches dropout and batch statistics on.
     *
     * @return this
     */
    Network train();

    /**
     * Switches to evaluation.
     *
     * @return this
     */
    Network eval();

    /** @return the mode, {@link Mode#TRAIN} for a new network */
    Mode mode();

    /**
     * Switches the mode. What a loss or forward in training mode left to run backward stays valid.
     *
     * @param mode the new mode
     * @return this
     */
    Network mode(Mode mode);

    /** @return the seed of the initial weights and of all masks */
    long seed();

    /** @return how many forward passes had dropout active so far: the masks are a function of it */
    long step();

    /** Sets the number of steps so far, to repeat or to resume. @return this */
    Network step(long step);

    /**
     * Runs all blocks but the losses.
     *
     * @param batch one tensor (batch, ...) per input; labels are not read
     * @return the first output in declaration order, in a buffer of this network that the call after the next
     *     overwrites
     * @throws IllegalArgumentException if an input is missing or has another shape than declared
     */
    Tensor forward(Batch batch);

    /**
     * Runs to the loss.
     *
     * @param batch one tensor (batch, ...) per input, and per declared label its classes, its targets or its weights
     * @return the sum of the weighted losses, each a mean over the batch unless its annotation says otherwise, and of the
     *     {@link #penalty}
     * @throws IllegalArgumentException if an input or a label is missing, has another shape or type than declared, or a
     *     class index or a weight is out of range
     * @throws IllegalStateException if the network declares no loss
     */
    float loss(Batch batch);

    /** @return the outputs of the last {@code forward} or {@code loss}, in declaration order */
    List<Tensor> outputs();

    /**
     * Adds the gradient of the last loss to the parameters' gradients, which start anew after each step of an
     * optimiser.
     *
     * @return the gradient with respect to the first input, in a buffer of this network
     * @throws IllegalStateException unless {@code loss} ran last, in training mode
     */
    Tensor backward();

    /**
     * The same from a gradient of one's own, after a {@code forward} in training mode.
     *
     * @param outputGradient the gradient with respect to the first output, of its shape
     * @return the gradient with respect to the first input, in a buffer of this network
     * @throws IllegalArgumentException if the gradient has another shape than the output
     * @throws IllegalStateException unless {@code forward} ran last, in training mode
     */
    Tensor backward(Tensor outputGradient);

    /**
     * The same as {@link #backward()} without the gradient of the input, which training does not need.
     *
     * @throws IllegalStateException unless {@code loss} ran last, in training mode
     */
    void backpropagate();

    /**
     * Looks for the cause of a loss or gradient that is infinite or not a number: runs the last {@code forward} or
     * {@code loss} once more, with the same masks and on the same arrays, and checks inputs, parameters and the value of
     * each block in turn. Weights, running statistics, mode and step stay as they are, but what ran cannot be run backward
     * afterwards; it takes longer than a forward, so call it when something is wrong.
     *
     * @return the first that is not finite, such as {@code input image}, {@code parameter hidden1.dense.weight},
     *     {@code block hidden2} or {@code loss loss}; empty if all are finite
     * @throws IllegalStateException if nothing ran, or a block alone ran last
     */
    default Optional<String> findNonFinite() {
        return Optional.empty();
    }

    /**
     * What the weights themselves add to the loss: the penalties that the network and those that it uses declare, such as
     * {@code @L2}. A part of {@link #loss}; here it is alone, for the present weights.
     *
     * @return the sum of all penalties, 0 where none is declared
     */
    default double penalty() {
        return 0;
    }

    /**
     * Adds the gradients of {@link #penalty} to the parameters' gradients. {@link #backward()} and {@link #backpropagate()}
     * do that; it is for networks that use this one, and for gradients that begin behind the loss.
     */
    default void backwardPenalty() {}

    /** @return what optimisers change, in order of declaration; the list cannot be changed */
    List<Parameter> parameters();

    /** @return everything that a file of weights holds: parameters' values and running statistics; views */
    Map<String, Tensor> state();

    /**
     * Writes {@link #state()} as safetensors, with seed, step and mode as metadata. The file is replaced as a whole.
     *
     * @param file where to
     * @throws java.io.UncheckedIOException if the file cannot be written; what was there before is still there
     */
    void save(Path file);

    /**
     * The dropout layers, dropped weights, noise and those of used networks included: their masks and their p.
     *
     * @return the layers; none unless overridden
     */
    default DropoutLayers dropouts() {
        return DropoutLayers.NONE;
    }

    /**
     * @param name of a dropout layer, {@code hidden1.dropout}, or of the block with it, {@code hidden1}
     * @return the layer
     * @throws IllegalArgumentException if there is no such layer, or the block has several
     */
    default DropoutLayer dropout(String name) {
        return dropouts().get(name);
    }

    /** @return the names of the dropout layers, such as {@code hidden1.dropout} */
    default List<String> masks() {
        return dropouts().names();
    }

    /**
     * The mask that a dropout layer had in the last run.
     *
     * @param name of the layer or of its block
     * @return a tensor of its own (batch, ...), 1 where a value passed and 0 where it was dropped; of noise its numbers; of dropped
     *     weights (out, in) or (batch, out, in), see {@link DropoutLayer}
     * @throws IllegalArgumentException if there is no such layer, or the block has several
     * @throws IllegalStateException if the layer has not run, or ran last in evaluation, which has no masks
     */
    default Tensor mask(String name) {
        return dropouts().get(name).mask();
    }

    /**
     * Sets a mask by hand, for all runs with dropout from the next one on until {@link #clearMasks}. Kept values are scaled
     * as ever; evaluation has no masks, neither drawn nor set.
     *
     * @param name of the layer or of its block
     * @param keep 1 where a value passes and 0 where it is dropped, or the noise; of the shape of one sample for all samples, or
     *     (batch, ...); see {@link DropoutLayer#mask(Tensor)}
     * @return this
     * @throws IllegalArgumentException if there is no such layer, the shape is another, or an element is neither 0 nor 1, or of
     *     noise not finite
     */
    default Network mask(String name, Tensor keep) {
        dropouts().get(name).mask(keep);
        return this;
    }

    /**
     * The masks that any step has drawn or will draw, for as many samples as the last run had.
     *
     * @param step a number of a step, from 1: {@link #step()} after the run
     * @return by the layers' names in forward order, tensors like those of {@link #mask(String)}; see {@link #masks(long, int)}
     * @throws IllegalArgumentException if the step is below 1
     * @throws IllegalStateException if nothing has run yet
     */
    default Map<String, Tensor> masks(long step) {
        return dropouts().masks(step);
    }

    /**
     * The masks that any step has drawn or will draw: a function of the seed, the step and the present p of each layer. Masks
     * set by hand are not among them.
     *
     * @param step a number of a step, from 1
     * @param batch the number of samples
     * @return by the layers' names in forward order, tensors like those of {@link #mask(String)}
     * @throws IllegalArgumentException if the step or the batch is below 1
     */
    default Map<String, Tensor> masks(long step, int batch) {
        return dropouts().masks(step, batch);
    }

    /**
     * Lets all masks be drawn again.
     *
     * @return this
     */
    default Network clearMasks() {
        dropouts().clear();
        return this;
    }

    /** @return how each output is to be read, in declaration order, as the losses say */
    default List<OutputKind> outputKinds() {
        return Collections.nCopies(outputs().size(), OutputKind.NUMBERS);
    }

    /**
     * The first output of {@link #monteCarloOutputs}.
     *
     * @param batch one tensor (batch, ...) per input; labels are not read
     * @param samples how many masks to draw, 1 or more
     * @return what the passes gave
     */
    default MonteCarlo monteCarlo(Batch batch, int samples) {
        return monteCarloOutputs(batch, samples).get(0);
    }

    /**
     * Runs the inputs forward with one mask after the other: dropout as in training, running statistics as in evaluation. What
     * comes before the first dropout runs once. Pass k, from 1, has the masks of step {@code step() + k}; mode and step are
     * afterwards what they were, so a second call gives the same numbers: {@code step(step() + samples)} moves on to others.
     * What ran before cannot be run backward after it.
     *
     * @param batch one tensor (batch, ...) per input; labels are not read
     * @param samples how many masks to draw, 1 or more
     * @return what the passes gave, for each output in declaration order
     * @throws IllegalArgumentException if samples is below 1, or an input is missing or has another shape than declared
     * @throws IllegalStateException if the network has no dropout
     */
    default List<MonteCarlo> monteCarloOutputs(Batch batch, int samples) {
        throw new IllegalStateException(
                "this network has no dropout, so all passes would be the same: call eval() and forward(...) instead");
    }
}
