package dev.nacre.kernel;

/**
 * The gradient of weights where a group has few outputs, as first layers and depthwise convolutions: 16 sums along positions for each
 * weight, added up at the end, because vectors of outputs would be mostly empty.
 */
final class FewOutputs {
    /** Sums for each weight; the same for every provider, so that all add in one order. */
    static final int SUMS = 16;

    /** Elements of the kernel that are met by {@link Convolver#addDots} at a time. */
    static final int TAPS = 8;

    /** What reading and writing the sums of a sample costs, in steps of 16 positions; measured. */
    private static final int ONCE = 14;

    private FewOutputs() {}

    /** Whether a step of 16 positions for each output costs less than 16 steps of one position for up to 16 outputs. */
    static boolean has(Convolution of) {
        int steps = row(of) / SUMS;
        return (long) (steps + ONCE) * (of.out / of.groups) < (long) steps * SUMS;
    }

    /** The positions of an output, in whole vectors of any width. */
    private static int row(Convolution of) {
        return (of.span + SUMS - 1) / SUMS * SUMS;
    }

    /** As {@link Convolver#gradientLength}. */
    static int gradientLength(Convolution of) {
        return of.out * row(of);
    }

    /** As {@link Convolver#layOutGradient}. */
    static void layOutGradient(Convolution of, float[] dy, int dyAt, float[] to, Planes.Rows copies) {
        int width = of.window.out[1];
        int from = dyAt;
        for (int output = 0; output < of.out; output++) {
            for (int row = 0; row < of.window.out[0]; row++) {
                copies.copyRow(dy, from, to, output * row(of) + row * of.planes.columns, width);
                from += width;
            }
        }
    }

    /** As {@link Convolver#sumsLength}. */
    static int sumsLength(Convolution of) {
        return of.out * of.depth() * SUMS;
    }

    /** As {@link Convolver#addProducts}. */
    static void addProducts(Convolver convolver, float[] image, float[] gradient, float[] sums, int sumsAt) {
        Convolution of = convolver.convolution;
        int outputs = of.out / of.groups;
        int depth = of.depth();
        int group = of.in / of.groups * of.planes.planes() * of.planes.plane();
        int row = row(of);
        for (int output = 0; output < of.out; ) {
            // A pair of outputs, but for the last of a group.
            boolean pair = output % outputs + 1 < outputs;
            int imageAt = output / outputs * group;
            for (int tap = 0; tap < depth; tap += TAPS) {
                int count = Math.min(TAPS, depth - tap);
                int at = sumsAt + (output * depth + tap) * SUMS;
                convolver.addDots(
                        image, imageAt, of.taps, tap, count, gradient, output * row, pair ? row : 0, sums, at, row);
            }
            output += pair ? 2 : 1;
        }
    }

    /** As {@link Convolver#end}. */
    static void end(Convolution of, float[] sums, float[] dw, boolean add) {
        for (int i = 0; i < of.out * of.depth(); i++) {
            int at = i * SUMS;
            for (int half = SUMS / 2; half > 0; half /= 2) {
                for (int j = at; j < at + half; j++) {
                    sums[j] += sums[j + half];
                }
            }
            dw[i] = add ? dw[i] + sums[at] : sums[at];
        }
    }
}
