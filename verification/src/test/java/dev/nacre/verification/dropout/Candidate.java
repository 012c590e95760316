package dev.nacre.verification.dropout;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * What the battery judges: one dropout layer as a function of its draw, on arrays of (rows, width), a row per sample.
 * The battery sees what the layer does to values, and nothing of how it makes its masks.
 */
interface Candidate {
    /** The rates at which D1 is asked for. */
    double[] RATES = {0.01, 0.1, 0.2, 0.25, 0.3, 0.5, 0.7, 0.9, 0.99};

    String name();

    /** @return the probabilities of dropping that there are, without 0 and 1 */
    double[] rates();

    /** @return the widths that there are, those apart from the last one for D3 only */
    int[] widths();

    /** @return how many layers of one rate there are */
    int layers(double p);

    /** @return the elements that a large sample has */
    int effort();

    /** @return whether any float may come in, NaN included; otherwise positive ones only */
    boolean anyValue();

    /** @return whether there are layers with p = 0 and p = 1 */
    boolean extremes();

    float[] forward(Draw draw, float[] x, int rows, int width);

    /** Forward on x, then from the gradient of the output to that of the input. */
    float[] gradient(Draw draw, float[] x, float[] dy, int rows, int width);

    /** Forward in evaluation. */
    float[] evaluate(Draw draw, float[] x, int rows, int width);

    /** @return what kept values are multiplied by in training, before it is rounded to a float */
    default double gain(Draw draw) {
        return 1 / draw.q();
    }

    /** @return what all values are multiplied by in evaluation, before it is rounded to a float */
    default double evaluationGain(Draw draw) {
        return 1;
    }

    /** @return the random word that decides an element, where any p can be had and the word can be told */
    default OptionalLong word(Draw draw, int row, int column, int width) {
        return OptionalLong.empty();
    }

    /** What is left of ones. */
    default boolean[] mask(Draw draw, int rows, int width) {
        float[] ones = new float[rows * width];
        Arrays.fill(ones, 1f);
        float[] y = forward(draw, ones, rows, width);
        boolean[] keep = new boolean[y.length];
        for (int i = 0; i < keep.length; i++) {
            keep[i] = y[i] != 0f;
        }
        return keep;
    }

    /** The width of large samples. */
    default int width() {
        return widths()[widths().length - 1];
    }
}
