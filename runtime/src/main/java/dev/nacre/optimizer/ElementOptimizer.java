package dev.nacre.optimizer;

import dev.nacre.kernel.Threads;
import dev.nacre.network.Parameter;

/**
 * An optimiser that changes each element by itself, so that threads share the elements of large parameters; the bits do not
 * depend on how many. One of the user's own extends this class with {@link #prepare}, {@link #update(int, Parameter, int,
 * int)} and {@link #self}.
 *
 * @param <S> the optimiser itself
 */
public abstract class ElementOptimizer<S extends ElementOptimizer<S>> extends FluentOptimizer<S> {
    /** Elements below which handing over parts costs about what it brings. */
    private static final int LEAST = 1 << 14;

    private final Threads.Work work = this::run;
    private int index;
    private Parameter parameter;

    /**
     * @param learningRate the size of a step
     * @param decoupled whether {@link #weightDecay} shrinks the values and stays out of the gradients
     * @throws IllegalArgumentException if the learning rate is negative or not finite
     */
    protected ElementOptimizer(float learningRate, boolean decoupled) {
        super(learningRate, decoupled);
    }

    /**
     * Changes some elements of one parameter along their gradients; called for several runs at once, which do not overlap.
     *
     * @param index the parameter's place in {@link #parameters}
     * @param parameter the parameter
     * @param from the first element
     * @param to the element after the last one
     */
    protected abstract void update(int index, Parameter parameter, int from, int to);

    @Override
    protected final void update(int index, Parameter parameter) {
        int length = parameter.values().length;
        if (length < 2 * LEAST) {
            update(index, parameter, 0, length);
            return;
        }
        this.index = index;
        this.parameter = parameter;
        Threads.divide(work, length, LEAST);
    }

    private void run(int from, int to) {
        update(index, parameter, from, to);
    }
}
