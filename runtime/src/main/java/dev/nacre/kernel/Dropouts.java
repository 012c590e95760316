package dev.nacre.kernel;

import java.util.Arrays;

/** The loops of {@link DropoutKernels}. */
final class Dropouts {
    /** What SELU tends to towards minus infinity: -scale * alpha. */
    private static final double LIMIT = -1.7580993408473766;

    private Dropouts() {}

    /** Forward with the shift and what dropped elements become; backward without. */
    static void alpha(float[] x, float[] y, int rows, int columns, Mask mask, boolean forward) {
        double p = mask.p();
        if (!mask.active()) {
            System.arraycopy(x, 0, y, 0, rows * columns);
            return;
        }
        if (p == 1) {
            Arrays.fill(y, 0, rows * columns, 0f);
            return;
        }
        double a = 1 / Math.sqrt((1 - p) * (1 + p * LIMIT * LIMIT));
        double b = -a * p * LIMIT;
        float factor = (float) a;
        float shift = forward ? (float) b : 0f;
        int dropped = forward ? Float.floatToRawIntBits((float) (a * LIMIT + b)) : 0;
        MaskSelection.checkForced(mask, rows * columns, rows, columns);
        int[] keep = Scratch.get().keep(columns);
        boolean known = false;
        for (int row = 0; row < rows; row++) {
            known = known || MaskSelection.fill(mask, keep, row, 0, columns, columns);
            int at = row * columns;
            for (int i = 0; i < columns; i++) {
                int kept = Float.floatToRawIntBits(forward ? Math.fma(factor, x[at + i], shift) : factor * x[at + i]);
                y[at + i] = Float.intBitsToFloat(kept & keep[i] | dropped & ~keep[i]);
            }
        }
    }

    static void scale(float[] x, float[] y, int offset, int length, float factor) {
        if (factor == 0) {
            Arrays.fill(y, offset, offset + length, 0f);
            return;
        }
        for (int i = offset; i < offset + length; i++) {
            y[i] = x[i] * factor;
        }
    }
}
