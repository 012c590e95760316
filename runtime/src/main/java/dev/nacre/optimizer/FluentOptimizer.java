package dev.nacre.optimizer;

import dev.nacre.network.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The options that all optimisers have, as calls that can be chained. An optimiser of one's own extends this class with
 * {@link #prepare}, {@link #update} and {@link #self}.
 *
 * @param <S> the optimiser itself
 */
public abstract class FluentOptimizer<S extends FluentOptimizer<S>> extends Optimizer {
    private final boolean decoupledByNature;

    /**
     * @param learningRate the size of a step
     * @param decoupled whether {@link #weightDecay} shrinks the values and stays out of the gradients
     * @throws IllegalArgumentException if the learning rate is negative or not finite
     */
    protected FluentOptimizer(float learningRate, boolean decoupled) {
        super(learningRate);
        decoupledByNature = decoupled;
        settings.decoupled = decoupled;
    }

    /** @return this */
    protected abstract S self();

    /**
     * Pulls the weights towards zero. For most optimisers {@code weightDecay * value} is added to the gradient, which is
     * {@code weightDecay * value^2 / 2} added to the loss; AdamW and Lion do as {@link #decoupledWeightDecay}.
     *
     * @param weightDecay how strongly; 0 is the default, but 0.01 in AdamW
     * @return this
     * @throws IllegalArgumentException if it is negative or not finite
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public S weightDecay(double weightDecay) {
        requireOptionsOpen("weightDecay");
        settings.weightDecay = Options.nonNegative("weight decay", weightDecay);
        settings.decoupled = decoupledByNature;
        return self();
    }

    /**
     * Pulls the weights towards zero beside the gradient: {@code value *= 1 - learningRate * weightDecay} before each
     * step (Loshchilov and Hutter, "Decoupled Weight Decay Regularization", ICLR 2019). Takes the place of
     * {@link #weightDecay}.
     *
     * @param weightDecay how strongly
     * @return this
     * @throws IllegalArgumentException if it is negative or not finite
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public S decoupledWeightDecay(double weightDecay) {
        requireOptionsOpen("decoupledWeightDecay");
        settings.weightDecay = Options.nonNegative("weight decay", weightDecay);
        settings.decoupled = true;
        return self();
    }

    /**
     * Gives some parameters settings of their own: {@code group("*.bias", g -> g.weightDecay(0))}.
     *
     * @param pattern the names of parameters, where {@code *} stands for any characters and {@code ?} for one
     * @param settings is given the group once, to set what differs
     * @return this
     * @throws IllegalArgumentException if there is a group with this pattern already; {@link #over} throws it if the
     *     pattern matches no parameter, or one that another pattern matches
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public S group(String pattern, Consumer<Group> settings) {
        requireOptionsOpen("group");
        Group group = new Group(Objects.requireNonNull(pattern, "pattern"));
        settings.accept(group);
        group.close();
        this.settings.groups.add(group);
        return self();
    }

    /**
     * Shortens the gradients where, as one vector, they are longer than a maximum, so that one bad batch cannot throw
     * the weights far off (Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural networks", ICML
     * 2013): {@code gradient *= min(1, maximum / (norm + 1e-6))}. What comes after clipping by value, if that is asked
     * for too.
     *
     * @param maximum the greatest norm; 1 is usual
     * @return this
     * @throws IllegalArgumentException if it is not a finite number more than 0
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public S clipNorm(double maximum) {
        requireOptionsOpen("clipNorm");
        settings.clipNorm = Options.positive("the maximal norm", maximum);
        return self();
    }

    /**
     * Moves each element of the gradients into the range from {@code -maximum} to {@code maximum}.
     *
     * @param maximum the greatest magnitude
     * @return this
     * @throws IllegalArgumentException if it is not a finite number more than 0
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public S clipValue(double maximum) {
        requireOptionsOpen("clipValue");
        settings.clipValue = Options.positive("the maximal value", maximum);
        return self();
    }

    /**
     * Changes the parameters in every k-th call of {@link #step} only, with the mean of k gradients: k batches act as
     * one of k times the size (up to rounding, and up to batch statistics), in the memory of one. Batches have to be of
     * one size for that; what is left at the end of an epoch {@link #flush} uses.
     *
     * @param batches k; 1 is the default
     * @return this
     * @throws IllegalArgumentException if it is less than 1
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public S accumulate(int batches) {
        requireOptionsOpen("accumulate");
        settings.accumulation = (int) Options.atLeast(1, "the number of batches to accumulate", batches);
        return self();
    }

    /**
     * Lets the learning rate follow a schedule, which starts from the learning rate the optimiser has and counts its
     * steps. May be called at any time.
     *
     * @param schedule for example {@code Schedule.cosine(10_000).warmUp(500)}
     * @return this
     * @throws IllegalArgumentException if the learning rate that it gives now is negative or not finite
     */
    public S schedule(Schedule schedule) {
        changeSchedule(Objects.requireNonNull(schedule, "schedule"));
        return self();
    }

    @Override
    public S over(List<Parameter> parameters) {
        super.over(parameters);
        return self();
    }
}
