package dev.nacre.kernel;

/** The dense layers and the convolutions of both providers: checks, and what each product is made of and ends with. */
abstract class AbstractProducts extends AbstractKernels {
    /** Below it a transposed copy of the weights costs more than it saves. */
    static final int FEW_ROWS = 4;

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
        Ending ending = Scratch.get().ending().nothing();
        product(dy, out, 1, w, in, 1, null, dx, rows, in, out, ending);
    }

    @Override
    public final void denseInputGradient(
            float[] dy, float[] w, float[] dx, int rows, int in, int out, float[] v, Activation f, Mask mask) {
        checkDense("dx", dx, "w", w, "dy", dy, rows, in, out);
        Arguments.array(f.needsInput() ? "x" : "y", v, rows, in);
        Ending ending = Scratch.get().ending().gradient(v, f, mask);
        product(dy, out, 1, w, in, 1, null, dx, rows, in, out, ending);
    }

    @Override
    public final void denseWeightGradient(float[] dy, float[] x, float[] dw, int rows, int in, int out, boolean add) {
        checkDense("x", x, "dw", dw, "dy", dy, rows, in, out);
        Ending ending = Scratch.get().ending().nothing();
        product(dy, 1, out, x, in, 1, add ? dw : null, dw, out, in, rows, ending);
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
}
