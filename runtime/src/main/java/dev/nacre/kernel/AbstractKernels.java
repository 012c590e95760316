package dev.nacre.kernel;

import java.util.Arrays;

/**
 * What both providers share: checks, the parts of each operation, and everything whose simple loop HotSpot vectorises
 * by itself. A provider adds the products, the elementary functions, the masks and the sums along rows and columns,
 * each with the order of operations that is written here.
 */
abstract class AbstractKernels extends AbstractNormalization {
    /** Below it a transposed copy of the weights costs more than it saves. */
    static final int FEW_ROWS = 4;

    /** What computes this provider's products for a thread. */
    abstract Product newProduct(Scratch scratch);

    /** What computes this provider's convolutions for a thread. */
    abstract Convolver newConvolver(Scratch scratch);

    /**
     * {@code c = start + a b} for a [m, k], b [k, n], c [m, n], each c one chain of fused multiply-adds in the
     * order of k. Element (i, j) of a is {@code a[i * aRow + j * aColumn]}, of b likewise; bRow or bColumn is 1.
     *
     * @param start what the chains start from: a bias [n], c itself, or null for zeros
     * @param ending what is done with c afterwards
     */
    abstract void product(
            float[] a,
            int aRow,
            int aColumn,
            float[] b,
            int bRow,
            int bColumn,
            float[] start,
            float[] c,
            int m,
            int n,
            int k,
            Ending ending);

    /** Lays weights out as the two methods below read them. */
    abstract void arrange(PackedWeights to, float[] w);

    /** {@link #product} with a right side that was arranged before. */
    abstract void product(float[] x, PackedWeights w, float[] b, float[] y, int rows, Ending ending);

    /** Outputs {@code from} to {@code to - 1} of one row of it, without the end. */
    abstract void sample(Sample sample, int from, int to, Scratch own);

    /** {@code y = f(x)} for length elements from offset on; for RELU, SIGMOID and TANH, the rest is alike for all. */
    abstract void map(float[] x, float[] y, int offset, int length, Activation f);

    /** {@code dx = dy f'} from {@code y / scale}, for the functions of {@link #map}; ReLU times the scale besides. */
    abstract void mapGradient(float[] y, float[] dy, float[] dx, int offset, int length, Activation f, float scale);

    /** How this provider masks a row. */
    abstract Mask.Rows masks();

    /** {@code s_j = s_j + x_0j + x_1j + ...}, in this order, for j from {@code from} to {@code to - 1}. */
    abstract void addRows(float[] x, float[] s, int rows, int columns, int from, int to);

    /**
     * The softmax of one row; leaves the maximum and the sum of the exponentials in the scratch. Sums along a row are
     * 16 partial sums, column c belonging to number c % 16, the last ones completed with zeros, then added up pairwise
     * by {@link #fold}.
     */
    abstract void softmaxRow(float[] x, float[] y, int offset, int columns, Scratch scratch);

    /** One row of {@link #softmaxGradient}, with partial sums as in {@link #softmaxRow}, by fused multiply-adds. */
    abstract void softmaxGradientRow(float[] y, float[] dy, float[] dx, int offset, int columns, Scratch scratch);

    /** The sum of 16 partial sums: halves onto halves. */
    static float fold(float[] partial) {
        for (int half = 8; half > 0; half >>= 1) {
            for (int i = 0; i < half; i++) {
                partial[i] += partial[i + half];
            }
        }
        return partial[0];
    }

    final void forward(float[] x, float[] y, int offset, int length, Activation f) {
        switch (f.kind) {
            case IDENTITY -> System.arraycopy(x, offset, y, offset, length);
            case RELU, SIGMOID, TANH -> map(x, y, offset, length, f);
            case SILU -> ActivationLoops.silu(this, x, y, offset, length);
            default -> ActivationLoops.forward(x, y, offset, length, f);
        }
    }

    /** {@link #activateGradient} for some rows. */
    final void gradient(
            float[] v, float[] dy, float[] dx, int firstRow, int rows, int columns, Activation f, Mask mask) {
        gradient(v, dy, dx, firstRow * columns, rows * columns, f, mask.scale());
        // The output of a masked ReLU is 0 where it was dropped and says so itself.
        if (f.kind != Activation.Kind.RELU) {
            mask.apply(dx, firstRow, rows, columns, masks());
        }
    }

    /** The same before the mask, from outputs that it multiplied by the scale; ReLU times the scale besides. */
    final void gradient(float[] v, float[] dy, float[] dx, int offset, int length, Activation f, float scale) {
        switch (f.kind) {
            case IDENTITY -> {
                if (dy != dx) {
                    System.arraycopy(dy, offset, dx, offset, length);
                }
            }
            case RELU, SIGMOID, TANH -> mapGradient(v, dy, dx, offset, length, f, scale);
            case SILU -> ActivationLoops.siluGradient(this, v, dy, dx, offset, length);
            default -> ActivationLoops.gradient(v, dy, dx, offset, length, f, scale);
        }
    }

    @Override
    public final void dense(
            float[] x, float[] w, float[] b, float[] y, int rows, int in, int out, Activation f, Mask mask) {
        checkDense("x", x, "w", w, "y", y, rows, in, out);
        if (b != null) {
            Arguments.vector("b", b, out);
        }
        Ending ending = Scratch.get().ending().function(f, mask);
        if (rows < FEW_ROWS) {
            FewRows.dense(x, w, b, y, rows, in, out);
            ending.apply(this, y, 0, rows, out);
        } else {
            product(x, in, 1, w, 1, in, b, y, rows, out, in, ending);
        }
    }

    @Override
    public final PackedWeights pack(float[] w, int in, int out) {
        return PackedWeights.of(this, w, in, out);
    }

    @Override
    public final void dense(float[] x, PackedWeights w, float[] b, float[] y, int rows, int in, int out, Activation f) {
        if (w.in != in || w.out != out) {
            throw new IllegalArgumentException("the weights were packed for " + w.in + " inputs and " + w.out
                    + " outputs, not " + in + " and " + out);
        }
        w.checkDense(x, b, y, rows);
        w.arrange(this);
        Scratch scratch = Scratch.get();
        Ending ending = scratch.ending().function(f, Mask.NONE);
        if (rows >= FEW_ROWS) {
            product(x, w, b, y, rows, ending);
            return;
        }
        for (int row = 0; row < rows; row++) {
            scratch.sample().run(this, x, row * in, w, b, y, row * out, scratch);
        }
        ending.apply(this, y, 0, rows, out);
    }

    @Override
    public final void denseInputGradient(float[] dy, float[] w, float[] dx, int rows, int in, int out) {
        checkDense("dx", dx, "w", w, "dy", dy, rows, in, out);
        product(
                dy,
                out,
                1,
                w,
                in,
                1,
                null,
                dx,
                rows,
                in,
                out,
                Scratch.get().ending().nothing());
    }

    @Override
    public final void denseInputGradient(
            float[] dy, float[] w, float[] dx, int rows, int in, int out, float[] v, Activation f, Mask mask) {
        checkDense("dx", dx, "w", w, "dy", dy, rows, in, out);
        Arguments.array(f.needsInput() ? "x" : "y", v, rows, in);
        product(
                dy,
                out,
                1,
                w,
                in,
                1,
                null,
                dx,
                rows,
                in,
                out,
                Scratch.get().ending().gradient(v, f, mask));
    }

    @Override
    public final void denseWeightGradient(float[] dy, float[] x, float[] dw, int rows, int in, int out, boolean add) {
        checkDense("x", x, "dw", dw, "dy", dy, rows, in, out);
        product(
                dy,
                1,
                out,
                x,
                in,
                1,
                add ? dw : null,
                dw,
                out,
                in,
                rows,
                Scratch.get().ending().nothing());
    }

    @Override
    public final void denseWeightGradient(
            float[] dy, float[] x, float[] dw, float[] db, int rows, int in, int out, boolean add, boolean addBias) {
        checkDense("x", x, "dw", dw, "dy", dy, rows, in, out);
        Arguments.vector("db", db, out);
        Ending ending = Scratch.get().ending().columnSums(dy, db, rows, out, addBias);
        product(dy, 1, out, x, in, 1, add ? dw : null, dw, out, in, rows, ending);
    }

    @Override
    public final void keptDense(
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
        checkDense("x", x, "w", w, "y", y, rows, in, out);
        if (b != null) {
            Arguments.vector("b", b, out);
        }
        if (!Scratch.get().kept().dense(this, x, w, b, y, rows, in, out, f, mask, input)) {
            dense(x, w, b, y, rows, in, out, f, mask);
        }
    }

    @Override
    public final void keptDenseInputGradient(
            float[] dy, float[] w, float[] dx, int rows, int in, int out, Mask output) {
        checkDense("dx", dx, "w", w, "dy", dy, rows, in, out);
        if (!Scratch.get().kept().inputGradient(this, dy, w, dx, rows, in, out, null, null, Mask.NONE, output)) {
            denseInputGradient(dy, w, dx, rows, in, out);
        }
    }

    @Override
    public final void keptDenseInputGradient(
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
        checkDense("dx", dx, "w", w, "dy", dy, rows, in, out);
        Arguments.array(f.needsInput() ? "x" : "y", v, rows, in);
        if (!Scratch.get().kept().inputGradient(this, dy, w, dx, rows, in, out, v, f, mask, output)) {
            denseInputGradient(dy, w, dx, rows, in, out, v, f, mask);
        }
    }

    @Override
    public final void keptDenseWeightGradient(
            float[] dy, float[] x, float[] dw, int rows, int in, int out, boolean add, Mask output, Mask input) {
        checkDense("x", x, "dw", dw, "dy", dy, rows, in, out);
        if (!Scratch.get().kept().weightGradient(this, dy, x, dw, rows, in, out, add, output, input)) {
            denseWeightGradient(dy, x, dw, rows, in, out, add);
        }
    }

    @Override
    public final void keptDenseWeightGradient(
            float[] dy,
            float[] x,
            float[] dw,
            float[] db,
            int rows,
            int in,
            int out,
            boolean add,
            boolean addBias,
            Mask output,
            Mask input) {
        checkDense("x", x, "dw", dw, "dy", dy, rows, in, out);
        Arguments.vector("db", db, out);
        if (Scratch.get().kept().weightGradient(this, dy, x, dw, rows, in, out, add, output, input)) {
            columnSum(dy, db, rows, out, addBias);
        } else {
            denseWeightGradient(dy, x, dw, db, rows, in, out, add, addBias);
        }
    }

    @Override
    public final void conv(
            float[] x, float[] w, float[] b, float[] y, int samples, Convolution of, Activation f, Mask mask) {
        checkConvolution("x", x, "w", w, "y", y, samples, of);
        Arguments.optional("b", b, of.out);
        Scratch scratch = Scratch.get();
        scratch.convolver(this)
                .forward(of, x, w, b, y, samples, scratch.ending().function(f, mask));
    }

    @Override
    public final void conv(
            float[] x, PackedFilters w, float[] b, float[] y, int samples, Convolution of, Activation f) {
        Arguments.array("x", x, samples, of.inputs());
        Arguments.array("y", y, samples, of.outputs());
        Arguments.optional("b", b, of.out);
        if (w.of != of) {
            throw new IllegalArgumentException(
                    "the weights were packed for another convolution: pack them for this one");
        }
        Scratch scratch = Scratch.get();
        scratch.convolver(this).forward(w, x, b, y, samples, scratch.ending().function(f, Mask.NONE));
    }

    @Override
    public final void convTranspose(
            float[] x, float[] w, float[] b, float[] y, int samples, Convolution of, Activation f, Mask mask) {
        checkConvolution("y", y, "w", w, "x", x, samples, of);
        Arguments.optional("b", b, of.in);
        Scratch scratch = Scratch.get();
        scratch.convolver(this)
                .transposed(of, x, w, b, y, samples, scratch.ending().function(f, mask));
    }

    @Override
    public final void convInputGradient(float[] dy, float[] w, float[] dx, int samples, Convolution of) {
        checkConvolution("dx", dx, "w", w, "dy", dy, samples, of);
        Scratch scratch = Scratch.get();
        scratch.convolver(this)
                .transposed(of, dy, w, null, dx, samples, scratch.ending().nothing());
    }

    @Override
    public final void convInputGradient(
            float[] dy, float[] w, float[] dx, int samples, Convolution of, float[] v, Activation f, Mask mask) {
        checkConvolution("dx", dx, "w", w, "dy", dy, samples, of);
        Arguments.array(f.needsInput() ? "x" : "y", v, samples, of.inputs());
        Scratch scratch = Scratch.get();
        scratch.convolver(this)
                .transposed(of, dy, w, null, dx, samples, scratch.ending().gradient(v, f, mask));
    }

    @Override
    public final void convWeightGradient(float[] dy, float[] x, float[] dw, int samples, Convolution of, boolean add) {
        checkConvolution("x", x, "dw", dw, "dy", dy, samples, of);
        Scratch.get().convolver(this).weightGradient(of, dy, x, dw, samples, add);
    }

    private static void checkConvolution(
            String xName, float[] x, String wName, float[] w, String yName, float[] y, int samples, Convolution of) {
        Arguments.array(xName, x, samples, of.inputs());
        Arguments.array(wName, w, of.out, of.depth());
        Arguments.array(yName, y, samples, of.outputs());
    }

    private static void checkDense(
            String xName, float[] x, String wName, float[] w, String yName, float[] y, int rows, int in, int out) {
        Arguments.sizes(rows, in);
        Arguments.sizes(rows, out);
        Arguments.array(xName, x, rows, in);
        Arguments.array(wName, w, out, in);
        Arguments.array(yName, y, rows, out);
    }

    @Override
    public final void columnSum(float[] x, float[] s, int rows, int columns, boolean add) {
        Arguments.sizes(rows, columns);
        Arguments.array("x", x, rows, columns);
        Arguments.vector("s", s, columns);
        if (!add) {
            Arrays.fill(s, 0, columns, 0f);
        }
        Scratch.get().pass().columnSum(this, x, s, rows, columns);
    }

    @Override
    public final void activate(float[] x, float[] y, int rows, int columns, Activation f, Mask mask) {
        Arguments.pair("x", x, "y", y, rows, columns);
        Scratch.get().pass().activate(this, x, y, rows, columns, f, mask);
    }

    @Override
    public final void activateGradient(
            float[] v, float[] dy, float[] dx, int rows, int columns, Activation f, Mask mask) {
        Arguments.pair(f.needsInput() ? "x" : "y", v, "dy", dy, rows, columns);
        Arguments.array("dx", dx, rows, columns);
        if (Pass.alone(rows, columns)) {
            gradient(v, dy, dx, 0, rows, columns, f, mask);
        } else {
            Scratch.get().pass().activateGradient(this, v, dy, dx, rows, columns, f, mask);
        }
    }

    @Override
    public final void softmax(float[] x, float[] y, int rows, int columns) {
        Arguments.pair("x", x, "y", y, rows, columns);
        Scratch.get().pass().softmax(this, x, y, rows, columns);
    }

    @Override
    public final void softmaxGradient(float[] y, float[] dy, float[] dx, int rows, int columns) {
        Arguments.pair("y", y, "dy", dy, rows, columns);
        Arguments.array("dx", dx, rows, columns);
        Scratch.get().pass().softmaxGradient(this, y, dy, dx, rows, columns);
    }

    @Override
    public final float crossEntropy(float[] x, int[] labels, float[] probabilities, int rows, int classes) {
        Arguments.someElements("the cross entropy", rows, classes);
        Arguments.pair("x", x, "probabilities", probabilities, rows, classes);
        Arguments.labels(labels, rows, classes, IGNORED);
        if (rows == 1 && labels[0] == IGNORED) {
            return 0;
        }
        if (rows == 1 && (classes == 2 || classes == 3)) {
            return PlainRows.crossEntropy(x, labels[0], probabilities, classes == 3);
        }
        Scratch scratch = Scratch.get();
        if (rows == 1) {
            // The same without what divides rows among threads, which takes a small network longer than its loss.
            return (float) Pass.crossEntropy(this, x, labels[0], probabilities, 0, classes, scratch);
        }
        double[] losses = scratch.rowLosses(rows);
        scratch.pass().crossEntropy(this, x, labels, probabilities, losses, rows, classes);
        double loss = 0;
        int counted = 0;
        for (int row = 0; row < rows; row++) {
            if (labels[row] != IGNORED) {
                loss += losses[row];
                counted++;
            }
        }
        return counted == 0 ? 0 : (float) (loss / counted);
    }

    @Override
    public final void crossEntropyGradient(
            float[] probabilities, int[] labels, float[] dx, int rows, int classes, float weight) {
        Arguments.pair("probabilities", probabilities, "dx", dx, rows, classes);
        Arguments.labels(labels, rows, classes, IGNORED);
        Losses.crossEntropyGradient(probabilities, labels, dx, rows, classes, weight);
    }

    @Override
    public final float squaredError(float[] x, float[] target, int rows, int columns) {
        Arguments.someElements("the squared error", rows, columns);
        Arguments.pair("x", x, "target", target, rows, columns);
        return (float) (Losses.squaredDistance(x, target, rows * columns) / ((double) rows * columns));
    }

    @Override
    public final void squaredErrorGradient(float[] x, float[] target, float[] dx, int rows, int columns, float weight) {
        Arguments.pair("x", x, "target", target, rows, columns);
        Arguments.array("dx", dx, rows, columns);
        float factor = (float) (weight * 2.0 / ((double) rows * columns));
        Losses.scaledDifference(x, target, dx, rows * columns, factor);
    }

    @Override
    public final void add(float[] a, float[] b, float[] y, int rows, int columns, Activation f) {
        Arguments.pair("a", a, "b", b, rows, columns);
        Arguments.array("y", y, rows, columns);
        Scratch.get().pass().add(this, a, b, y, rows, columns, f);
    }

    @Override
    public final void multiply(float[] a, float[] b, float[] y, int rows, int columns) {
        Arguments.pair("a", a, "b", b, rows, columns);
        Arguments.array("y", y, rows, columns);
        Scratch.get().pass().multiply(a, b, y, rows, columns);
    }

    @Override
    public final void scatterColumns(float[] x, float[] y, int rows, int columns, int yColumns, int offset) {
        checkSlices(x, y, rows, columns, yColumns, offset);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(x, row * columns, y, row * yColumns + offset, columns);
        }
    }

    @Override
    public final void gatherColumns(float[] y, float[] x, int rows, int columns, int yColumns, int offset) {
        checkSlices(x, y, rows, columns, yColumns, offset);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(y, row * yColumns + offset, x, row * columns, columns);
        }
    }

    private static void checkSlices(float[] x, float[] y, int rows, int columns, int yColumns, int offset) {
        Arguments.sizes(rows, columns);
        Arguments.array("x", x, rows, columns);
        Arguments.array("y", y, rows, yColumns);
        Arguments.slice(columns, yColumns, offset);
    }
}
