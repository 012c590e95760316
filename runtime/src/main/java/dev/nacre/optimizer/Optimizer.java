package dev.nacre.optimizer;

import dev.nacre.network.Parameter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Changes parameters along their gradients. An optimiser is made with a learning rate, given its options and then,
 * once, its parameters: {@code Sgd.of(0.1f).momentum(0.9).over(network.parameters())}.
 *
 * <p>A subclass implements {@link #prepare} and {@link #update}. Steps allocate nothing and give the same bits on every
 * Java virtual machine.
 */
public abstract class Optimizer {
    private List<Parameter> parameters;
    private float learningRate;

    /**
     * @param learningRate the size of a step
     * @throws IllegalArgumentException if it is negative or not finite
     */
    protected Optimizer(float learningRate) {
        learningRate(learningRate);
    }

    /**
     * Gives the optimiser its parameters; the last call before training.
     *
     * @param parameters what to change, as in {@code network.parameters()}
     * @return this
     * @throws IllegalArgumentException if there are none, one is there twice, or the options contradict each other
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public Optimizer over(List<Parameter> parameters) {
        requireOptionsOpen("over");
        List<Parameter> copy = List.copyOf(parameters);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("there are no parameters to optimise: give network.parameters()");
        }
        Set<Parameter> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Parameter parameter : copy) {
            if (!seen.add(parameter)) {
                throw new IllegalArgumentException("parameter " + parameter.name()
                        + " is given twice and would be changed twice in each step: give it once");
            }
        }
        prepare(copy);
        this.parameters = copy;
        return this;
    }

    /**
     * Changes all parameters along their gradients, which stay readable; the next gradients start anew. Frozen parameters
     * keep their value, and {@linkplain Parameter#constraints constrained} ones end where their constraints allow.
     *
     * @throws IllegalStateException if {@link #over} was not called
     */
    public final void step() {
        List<Parameter> all = parameters();
        beginStep();
        for (int i = 0; i < all.size(); i++) {
            // Frozen ones keep their value, whatever momentum and decay say.
            if (!all.get(i).frozen()) {
                update(i, all.get(i));
                all.get(i).constrain();
            }
        }
        for (int i = 0; i < all.size(); i++) {
            all.get(i).consumed();
        }
    }

    /**
     * Sets all gradients to zero. Not needed between steps: gradients start anew after each.
     *
     * @throws IllegalStateException if {@link #over} was not called
     */
    public final void zeroGrad() {
        List<Parameter> all = parameters();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).zeroGrad();
        }
    }

    /** @return the size of a step */
    public final float learningRate() {
        return learningRate;
    }

    /**
     * Changes the size of the steps from here on, as schedules do.
     *
     * @param learningRate the size of a step
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public final void learningRate(float learningRate) {
        this.learningRate = (float) Options.nonNegative("learning rate", learningRate);
    }

    /**
     * @return what is changed; the list cannot be changed
     * @throws IllegalStateException if {@link #over} was not called
     */
    public final List<Parameter> parameters() {
        if (parameters == null) {
            throw new IllegalStateException(
                    "this optimiser has no parameters yet: call over(network.parameters()) first, as the last option");
        }
        return parameters;
    }

    /**
     * Checks that options fit each other and allocates what steps need.
     *
     * @param parameters what will be changed
     * @throws IllegalArgumentException if options contradict each other
     */
    protected abstract void prepare(List<Parameter> parameters);

    /** Called at the start of each step, before the updates. */
    protected void beginStep() {}

    /**
     * Changes one parameter along its gradient.
     *
     * @param index its place in the list that {@link #prepare} was given
     * @param parameter the parameter
     */
    protected abstract void update(int index, Parameter parameter);

    /**
     * Called by setters of options: state that depends on them is allocated in {@link #over}.
     *
     * @param option the name of the setter
     * @throws IllegalStateException if the optimiser has parameters already
     */
    protected final void requireOptionsOpen(String option) {
        if (parameters != null) {
            throw new IllegalStateException(
                    option + "(...) was called after over(...): give options before, and parameters once");
        }
    }
}
