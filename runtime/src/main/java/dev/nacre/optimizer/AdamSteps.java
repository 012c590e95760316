package dev.nacre.optimizer;

import dev.nacre.network.Parameter;

/** The steps of Adam and AdamW, which differ in weight decay alone. */
abstract class AdamSteps<S extends AdamSteps<S>> extends AdamRelative<S> {
    private boolean amsgrad;
    private float[][] means = {};
    private float[][] squares = {};
    private float[][] maxima = {};
    private double meanCorrection;
    private float inverseRootCorrection;

    AdamSteps(float learningRate, boolean decoupled) {
        super(learningRate, decoupled);
    }

    /**
     * Divides by the greatest mean squared gradient so far instead of the present one (Reddi, Kale and Kumar, "On the
     * Convergence of Adam and Beyond", ICLR 2018).
     *
     * @return this
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public S amsgrad() {
        requireOptionsOpen("amsgrad");
        amsgrad = true;
        return self();
    }

    @Override
    protected final void prepare() {
        means = slot("exp_avg");
        squares = slot("exp_avg_sq");
        maxima = amsgrad ? slot("max_exp_avg_sq") : squares;
    }

    @Override
    protected final void beginStep() {
        meanCorrection = correction(beta1);
        inverseRootCorrection = (float) (1 / Math.sqrt(correction(beta2)));
    }

    @Override
    protected final void update(int index, Parameter parameter, int from, int to) {
        float[] value = parameter.values();
        average(value, parameter.gradients(), means[index], squares[index], decay(index), from, to);
        if (amsgrad) {
            raise(maxima[index], squares[index], from, to);
        }
        float stepSize = (float) (rate(index) / meanCorrection);
        descend(value, means[index], maxima[index], stepSize, inverseRootCorrection, (float) epsilon, from, to);
    }

    private static void raise(float[] maximum, float[] square, int from, int to) {
        for (int i = from; i < to; i++) {
            maximum[i] = Math.max(maximum[i], square[i]);
        }
    }

    private static void descend(
            float[] value,
            float[] mean,
            float[] square,
            float stepSize,
            float inverseCorrection,
            float epsilon,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            value[i] -= stepSize * mean[i] / ((float) Math.sqrt(square[i]) * inverseCorrection + epsilon);
        }
    }
}
