package dev.nacre.kernel;

/**
 * The products of {@link KeptKernels}: copies of what is kept, a product of them, and copies of its result. One for each calling
 * thread; its arrays have room for all that could be kept, so that no step allocates because its mask keeps more than those before.
 */
final class KeptProduct {
    /**
     * What copying an element costs, in multiply-adds. Measured, products are as fast either way at 32 to 48 with vectors, and at about
     * 20 without. One number for all providers and any number of threads, because a sum without its zeros can have another sign
     * of zero: both must take the same way.
     */
    private static final int COPY = 48;

    /** Rows below which products need no copies of weights to be fast, so that copies cost more than they save. */
    private static final int FEW_ROWS = 4;

    private static final float[] EMPTY = {};

    private final KeptColumns outputs = new KeptColumns();
    private final KeptColumns inputs = new KeptColumns();
    private final KeptCopies copies = new KeptCopies();
    private float[] left = EMPTY;
    private float[] right = EMPTY;
    private float[] result = EMPTY;
    private float[] values = EMPTY;
    private float[] bias = EMPTY;

    /** @return false if nothing was done, because a masked product is faster or x has more than the dropout let pass */
    boolean dense(
            AbstractKernels kernels,
            float[] x,
            float[] w,
            float[] b,
            float[] y,
            int rows,
            int in,
            int out,
            Activation f,
            Mask mask,
            Mask input) {
        if (!pays(rows, in, out, mask, input)) {
            return false;
        }
        int n = outputs.count;
        int k = inputs.count;
        float[] a = x;
        if (!inputs.isWhole()) {
            a = left(rows * in);
            if (!copies.takeUnlessLost(x, rows, inputs, a)) {
                return false;
            }
        }
        right(in * out);
        copies.take(w, outputs, inputs, right);
        float[] start = b;
        if (b != null && !outputs.isWhole()) {
            start = bias = grown(bias, out);
            copies.take(b, 1, outputs, bias);
        }
        boolean whole = outputs.isWhole();
        float[] c = whole ? y : result(rows * out);
        Ending ending = Scratch.get().ending().function(f, whole ? mask : Mask.NONE);
        kernels.product(a, k, 1, right, 1, k, start, c, rows, n, k, ending);
        if (!whole) {
            copies.putAmongZeros(c, y, rows, outputs, mask.scale());
        }
        return true;
    }

    /**
     * @param f the activation whose gradient rides on it, or null
     * @return false if nothing was done, because a masked product is faster
     */
    boolean inputGradient(
            AbstractKernels kernels,
            float[] dy,
            float[] w,
            float[] dx,
            int rows,
            int in,
            int out,
            float[] v,
            Activation f,
            Mask mask,
            Mask output) {
        if (!pays(rows, in, out, output, mask)) {
            return false;
        }
        int n = outputs.count;
        int k = inputs.count;
        float[] a = keptOutputs(dy, rows);
        right(in * out);
        copies.take(w, outputs, inputs, right);
        boolean whole = inputs.isWhole();
        float[] c = whole ? dx : result(rows * in);
        Ending ending = Scratch.get().ending();
        if (f == null) {
            ending.nothing();
        } else if (whole) {
            ending.gradient(v, f, mask);
        } else {
            values = grown(values, rows * in);
            if (f.kind != Activation.Kind.IDENTITY) {
                copies.take(v, rows, inputs, values);
            }
            ending.keptGradient(values, f, mask.scale());
        }
        kernels.product(a, n, 1, right, k, 1, null, c, rows, k, n, ending);
        if (!whole) {
            // The gradient of a masked ReLU has the scale in it.
            copies.putAmongZeros(c, dx, rows, inputs, f.kind == Activation.Kind.RELU ? 1f : mask.scale());
        }
        return true;
    }

    /** @return false if nothing was done, because a masked product is faster */
    boolean weightGradient(
            AbstractKernels kernels,
            float[] dy,
            float[] x,
            float[] dw,
            int rows,
            int in,
            int out,
            boolean add,
            Mask output,
            Mask input) {
        if (!pays(rows, in, out, output, input)) {
            return false;
        }
        int n = outputs.count;
        int k = inputs.count;
        float[] a = keptOutputs(dy, rows);
        float[] b = x;
        if (!inputs.isWhole()) {
            b = right(rows * in);
            copies.take(x, rows, inputs, b);
        }
        result(in * out);
        if (add) {
            copies.take(dw, outputs, inputs, result);
        }
        Ending ending = Scratch.get().ending().nothing();
        kernels.product(a, 1, n, b, k, 1, add ? result : null, result, n, k, rows, ending);
        copies.put(result, dw, outputs, inputs, add);
        return true;
    }

    /** Whether copies cost less than the products that they save; leaves what is kept in the fields. */
    private boolean pays(int rows, int in, int out, Mask output, Mask input) {
        if (rows < FEW_ROWS || !output.active() && !input.active()) {
            return false;
        }
        outputs.of(output, rows, out);
        inputs.of(input, rows, in);
        long kept = (long) outputs.count * inputs.count;
        long saved = rows * ((long) in * out - kept);
        long copied = kept + (outputs.isWhole() ? 0 : (long) rows * out) + (inputs.isWhole() ? 0 : (long) rows * in);
        return saved > COPY * copied;
    }

    private float[] keptOutputs(float[] dy, int rows) {
        if (outputs.isWhole()) {
            return dy;
        }
        copies.take(dy, rows, outputs, left(rows * outputs.width));
        return left;
    }

    private float[] left(int length) {
        return left = grown(left, length);
    }

    private float[] right(int length) {
        return right = grown(right, length);
    }

    private float[] result(int length) {
        return result = grown(result, length);
    }

    private static float[] grown(float[] array, int length) {
        return array.length >= length ? array : new float[length];
    }
}
