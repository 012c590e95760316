package dev.nacre.optimizer;

import dev.nacre.kernel.Kernels;
import dev.nacre.network.Parameter;

/**
 * Stochastic gradient descent, with momentum (Polyak, 1964), Nesterov's momentum (in the form of Sutskever et al., "On
 * the importance of initialization and momentum in deep learning", ICML 2013) and weight decay, as in PyTorch:
 *
 * <pre>
 * d = gradient + weightDecay * value
 * b = d in the first step, then momentum * b + (1 - dampening) * d
 * value -= learningRate * (nesterov ? d + momentum * b : b)
 * </pre>
 */
public final class Sgd extends ElementOptimizer<Sgd> {
    private static final Kernels KERNELS = Kernels.get();

    /** Parameters and elements up to which what goes on around the arithmetic takes as long as the arithmetic. */
    private static final int TOGETHER = 16;

    private static final int FEW = 4096;

    private double momentum;
    private double dampening;
    private boolean nesterov;
    private float[][] buffers = {};

    /** The arrays of all parameters where a step goes through them together, else null. */
    private float[][] values;

    private float[][] gradients;

    private Sgd(float learningRate) {
        super(learningRate, false);
    }

    /**
     * @param learningRate the size of a step
     * @return plain gradient descent, to be given options and parameters
     * @throws IllegalArgumentException if the learning rate is negative or not finite
     */
    public static Sgd of(float learningRate) {
        return new Sgd(learningRate);
    }

    /**
     * @param momentum how much of the last step's direction is kept; 0.9 is usual, 0 (none) the default
     * @return this
     * @throws IllegalArgumentException if it is not from 0 to 1, without 1
     */
    public Sgd momentum(double momentum) {
        requireOptionsOpen("momentum");
        this.momentum = Options.decayRate("momentum", momentum);
        return this;
    }

    /**
     * @param dampening how much less than whole the gradient enters the momentum from the second step on; 0 is the
     *     default
     * @return this
     * @throws IllegalArgumentException if it is not finite
     */
    public Sgd dampening(double dampening) {
        requireOptionsOpen("dampening");
        this.dampening = Options.finite("dampening", dampening);
        return this;
    }

    /**
     * Looks ahead along the momentum; needs momentum and no dampening, else {@link #over} throws an
     * IllegalArgumentException.
     *
     * @return this
     */
    public Sgd nesterov() {
        requireOptionsOpen("nesterov");
        this.nesterov = true;
        return this;
    }

    @Override
    protected Sgd self() {
        return this;
    }

    @Override
    protected void prepare() {
        if (nesterov && (momentum == 0 || dampening != 0)) {
            throw new IllegalArgumentException("nesterov needs momentum above 0 and no dampening, but momentum is "
                    + momentum + " and dampening " + dampening + ": for example .momentum(0.9).nesterov()");
        }
        if (momentum != 0) {
            buffers = slot("momentum_buffer");
        }
    }

    @Override
    boolean changeTogether(Parameter[] all) {
        if (momentum != 0 || settings.decoupled || !settings.groups.single() || all.length > TOGETHER) {
            return false;
        }
        if (values == null) {
            collect(all);
        }
        for (Parameter parameter : all) {
            if (!parameter.free()) {
                return false;
            }
        }
        if (values.length == 0) {
            return false;
        }
        KERNELS.descend(values, gradients, rate(0), decay(0));
        return true;
    }

    private void collect(Parameter[] all) {
        float[][] each = new float[all.length][];
        float[][] slopes = new float[all.length][];
        long elements = 0;
        for (int i = 0; i < all.length; i++) {
            each[i] = all[i].values();
            elements += each[i].length;
        }
        boolean few = elements <= FEW;
        for (int i = 0; few && i < all.length; i++) {
            slopes[i] = all[i].gradients();
        }
        values = few ? each : new float[0][];
        gradients = slopes;
    }

    @Override
    protected void update(int index, Parameter parameter, int from, int to) {
        float[] value = parameter.values();
        float[] gradient = parameter.gradients();
        float decay = decay(index);
        if (momentum == 0) {
            KERNELS.descend(value, gradient, from, to, rate(index), decay);
            return;
        }
        float keep = steps() == 1 ? 0 : (float) momentum;
        float enter = steps() == 1 ? 1 : (float) (1 - dampening);
        if (nesterov) {
            descendAhead(value, gradient, buffers[index], rate(index), decay, keep, enter, (float) momentum, from, to);
        } else {
            descendAlong(value, gradient, buffers[index], rate(index), decay, keep, enter, from, to);
        }
    }

    private static void descendAlong(
            float[] value,
            float[] gradient,
            float[] buffer,
            float rate,
            float decay,
            float keep,
            float enter,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            float direction = keep * buffer[i] + enter * (gradient[i] + decay * value[i]);
            buffer[i] = direction;
            value[i] -= rate * direction;
        }
    }

    private static void descendAhead(
            float[] value,
            float[] gradient,
            float[] buffer,
            float rate,
            float decay,
            float keep,
            float enter,
            float ahead,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            float slope = gradient[i] + decay * value[i];
            float direction = keep * buffer[i] + enter * slope;
            buffer[i] = direction;
            value[i] -= rate * (slope + ahead * direction);
        }
    }
}
