package dev.nacre.network;

import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;

/**
 * One dropout layer of a network: its p, which may change, and its masks. Belongs to the thread of its network. It may be any of the
 * family:
 *
 * <ul>
 *   <li>what drops values: masks (batch, ...) of 0 and 1
 *   <li>{@code @DropConnect}: masks of 0 and 1 on the weights, (out, in), and (batch, out, in) where each sample has its own
 *   <li>{@code @GaussianDropout}, {@code @GaussianNoise}: the "mask" is the noise itself, the factor or the summand of each element,
 *       (batch, ...); of Gaussian noise, p is the standard deviation
 * </ul>
 */
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

    /** @return the shape of one sample of the value that is masked, or of the masked weights */
    public Shape shape() {
        return state.sample();
    }

    /** @return the probability of dropping, or of Gaussian noise the standard deviation, that the next run has */
    public double p() {
        return state.p();
    }

    /** @return that which the annotation says */
    public double declaredP() {
        return state.declaredP();
    }

    /**
     * Changes the probability of dropping: from the next run on, threshold and scale are as if it had been declared. What ran
     * before is run backward with the mask that it ran with. {@code save} writes it where it is not the declared one. Where
     * evaluation depends on p, as it does in the classic form and with moment matching, that of the network follows, and a
     * predictor has the p of when it was made.
     *
     * @param p from 0, which keeps all, to 1, which drops all; of Gaussian dropout below 1, as of dropped weights whose moments
     *     are matched; of Gaussian noise its standard deviation, 0 or more
     * @return this
     * @throws IllegalArgumentException if p is out of range
     * @throws IllegalStateException if another thread is inside the network
     */
    public DropoutLayer p(double p) {
        state.p(p);
        return this;
    }

    /**
     * @param p a number for {@link #p(double)}
     * @return p
     * @throws IllegalArgumentException if it is out of range
     */
    public double requireP(double p) {
        return state.require(p);
    }

    /**
     * @return the mask of the last run, a tensor of its own, 1 where a value passed and 0 where it was dropped; or the noise, 1 or
     *     0 where it changes nothing
     * @throws IllegalStateException if the layer has not run, or ran last in evaluation, which has no masks
     */
    public Tensor mask() {
        return state.last(name);
    }

    /**
     * @param step a number of a step, from 1
     * @param batch the number of samples, 1 or more
     * @return the mask or the noise that the step draws with the present p, a tensor of its own
     */
    public Tensor mask(long step, int batch) {
        return state.at(step, batch);
    }

    /**
     * Sets the mask of all runs with dropout from the next one on, until {@link #clearMask}. Kept values are scaled as ever;
     * noise takes the place of what would have been drawn, forward and backward.
     *
     * @param keep 1 where a value passes and 0 where it is dropped, or the noise; of {@link #shape()} for all samples, or
     *     that with the batch in front, unless it is a mask on the weights for a whole batch
     * @return this
     * @throws IllegalArgumentException if the shape is another, or an element is neither 0 nor 1, or of noise not finite
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

    boolean perBatch() {
        return state.perBatch();
    }

    boolean isNoise() {
        return state.isNoise();
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
