package dev.nacre.network;

import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;

/** One dropout layer of a network: its p, which may change, and its masks. Belongs to the thread of its network. */
public final class DropoutLayer {
    private final String name;
    private final DropoutState state;

    DropoutLayer(String name, DropoutState state) {
        this.name = name;
        this.state = state;
    }

    DropoutLayer named(String other) {
        return new DropoutLayer(other, state);
    }

    /** @return its name in the network that it was asked of, {@code hidden1.dropout} */
    public String name() {
        return name;
    }

    /** @return the shape of one sample of the value that is masked */
    public Shape shape() {
        return state.sample();
    }

    /** @return the probability of dropping that the next run has */
    public double p() {
        return state.p();
    }

    /** @return the probability of dropping that the annotation says */
    public double declaredP() {
        return state.declaredP();
    }

    /**
     * Changes the probability of dropping: from the next run on, threshold and scale are as if it had been declared. What ran
     * before is run backward with the mask that it ran with. {@code save} writes it where it is not the declared one.
     * Predictors do not change: one of a layer that is scaled at evaluation multiplies by what the declared p says.
     *
     * @param p from 0, which keeps all, to 1, which drops all
     * @return this
     * @throws IllegalArgumentException if p is not from 0 to 1
     * @throws IllegalStateException if another thread is inside the network
     */
    public DropoutLayer p(double p) {
        state.p(p);
        return this;
    }

    /**
     * @return the mask of the last run, a tensor of its own (batch, ...), 1 where a value passed and 0 where it was dropped
     * @throws IllegalStateException if the layer has not run, or ran last in evaluation, which has no masks
     */
    public Tensor mask() {
        return state.last(name);
    }

    /**
     * @param step a number of a step, from 1
     * @param batch the number of samples, 1 or more
     * @return the mask that the step draws with the present p, a tensor of its own (batch, ...) of 0 and 1
     */
    public Tensor mask(long step, int batch) {
        return state.at(step, batch);
    }

    /**
     * Sets the mask of all runs with dropout from the next one on, until {@link #clearMask}. Kept values are scaled as ever.
     *
     * @param keep 1 where a value passes and 0 where it is dropped; of the shape of one sample for all samples, or (batch, ...)
     * @return this
     * @throws IllegalArgumentException if the shape is another, or an element is neither 0 nor 1
     * @throws IllegalStateException if another thread is inside the network
     */
    public DropoutLayer mask(Tensor keep) {
        state.hold(name, keep);
        return this;
    }

    /** For each element of a sample, the number of the decision that it takes; null where decisions are not independent. */
    int[] decisions() {
        return state.decisions();
    }

    /** The mask set by hand, or null. */
    Tensor held() {
        return state.held();
    }

    /**
     * Lets the mask be drawn again.
     *
     * @return this
     */
    public DropoutLayer clearMask() {
        state.clear();
        return this;
    }

    @Override
    public String toString() {
        return name + "(" + p() + ")";
    }
}
