package dev.nacre.kernel;

import java.util.Objects;

/** The provider on the Vector API (module {@code jdk.incubator.vector}), as wide as {@link VectorWidth} says. */
final class VectorKernels extends AbstractProducts {
    /** Declared so that nobody else has to load this class to use it: without the module that would fail. */
    static final Kernels INSTANCE = new VectorKernels();

    /** Below it the padding of a row to whole groups of partial sums costs more than vectors save. */
    private static final int SHORT = 16;

    @Override
    Convolver newConvolver(Scratch scratch) {
        return VectorConvolver.of(this, scratch);
    }

    @Override
    Product newProduct(Scratch scratch) {
        return VectorProduct.of(this, scratch);
    }

    @Override
    void product(
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
            Ending ending) {
        Scratch.get().product(this).run(a, aRow, aColumn, b, bRow, bColumn, start, c, m, n, k, ending);
    }

    @Override
    void arrange(PackedWeights to, float[] w) {
        to.panels = VectorSample.panels(w, to.in, to.out);
    }

    @Override
    void product(float[] x, PackedWeights w, float[] b, float[] y, int rows, Ending ending) {
        Scratch.get().product(this).run(x, w, b, y, rows, ending);
    }

    @Override
    void sample(Sample sample, int from, int to, Scratch own) {
        VectorSample.dense(sample, from, to, own);
    }

    @Override
    public void maxPool(float[] x, float[] y, int planes, Window over) {
        PoolingLoops.of(planes, over).byVectors().run(PoolingLoops.Kind.MAX, x, y, null);
    }

    @Override
    public void maxPoolGradient(float[] x, float[] dy, float[] dx, int planes, Window over, Activation f) {
        PoolingLoops.of(planes, over).through(f, this).byVectors().run(PoolingLoops.Kind.MAX_GRADIENT, x, dy, dx);
    }

    @Override
    public boolean smallDense(float[] x, float[] t, float[] b, float[] y, int rows, int in, int out, boolean relu) {
        VectorSmall.dense(x, t, b, y, rows, in, out, relu);
        return true;
    }

    @Override
    public boolean smallInputGradient(float[] dy, float[] w, float[] dx, int rows, int in, int out) {
        VectorSmall.inputGradient(dy, w, dx, rows, in, out);
        return true;
    }

    @Override
    public boolean smallWeightGradient(float[] dy, float[] x, float[] dw, int rows, int in, int out, boolean add) {
        VectorSmall.weightGradient(dy, x, dw, rows, in, out, add);
        return true;
    }

    @Override
    public boolean smallWeightGradientOfFour(float[] dy, float[] x, float[] dw, int rows, int out, boolean add) {
        if (VectorWidth.LANES <= VectorNarrow.INPUTS) {
            VectorSmall.weightGradient(dy, x, dw, rows, VectorNarrow.INPUTS, out, add);
        } else {
            VectorNarrow.weightGradient(dy, x, dw, rows, out, add);
        }
        return true;
    }

    @Override
    public boolean smallBiasGradient(float[] dy, float[] db, int rows, int out, boolean add) {
        VectorSmall.biasGradient(dy, db, rows, out, add);
        return true;
    }

    @Override
    public void descend(float[] value, float[] gradient, int from, int to, float rate, float decay) {
        VectorSmall.descend(value, gradient, from, to, rate, decay);
    }

    @Override
    void map(float[] x, float[] y, int offset, int length, Activation f) {
        switch (f.kind) {
            case RELU -> VectorElementwise.simple(f.kind, x, null, y, offset, length, 1f);
            case SIGMOID, TANH -> VectorElementwise.saturate(x, y, offset, length, f.kind == Activation.Kind.TANH);
            default -> throw new IllegalArgumentException(f.toString());
        }
    }

    @Override
    void mapGradient(float[] y, float[] dy, float[] dx, int offset, int length, Activation f, float scale) {
        switch (f.kind) {
            case RELU, SIGMOID, TANH -> VectorElementwise.simple(f.kind, y, dy, dx, offset, length, scale);
            default -> throw new IllegalArgumentException(f.toString());
        }
    }

    @Override
    public void unit(byte[] x, int xAt, float[] y, int yAt, int length) {
        Objects.checkFromIndexSize(xAt, length, x.length);
        Objects.checkFromIndexSize(yAt, length, y.length);
        VectorElementwise.unit(x, xAt, y, yAt, length);
    }

    @Override
    public float largestMagnitude(float[] x, int length) {
        Arguments.vector("x", x, length);
        return VectorReductions.largestMagnitude(x, length);
    }

    @Override
    Mask.Rows masks() {
        return VectorMasks.ROWS;
    }

    @Override
    void addRows(float[] x, float[] s, int rows, int columns, int from, int to) {
        VectorElementwise.addRows(x, s, rows, columns, from, to);
    }

    @Override
    void softmaxRow(float[] x, float[] y, int offset, int columns, Scratch scratch) {
        if (columns < SHORT) {
            PlainRows.softmax(x, y, offset, columns, scratch);
        } else {
            VectorRows.softmax(x, y, offset, columns, scratch);
        }
    }

    @Override
    void softmaxGradientRow(float[] y, float[] dy, float[] dx, int offset, int columns, Scratch scratch) {
        VectorRows.softmaxGradient(y, dy, dx, offset, columns, scratch);
    }

    @Override
    void normalizeRow(float[] x, float[] y, int offset, float[] mean, float[] scale, float[] shift, int from, int to) {
        VectorPlanes.normalizeRow(x, y, offset, mean, scale, shift, from, to);
    }

    @Override
    void normalizePlane(float[] x, float[] y, int offset, float mean, float scale, float shift, int inner) {
        VectorPlanes.each(false, x, null, y, offset, mean, 0f, scale, shift, inner);
    }

    @Override
    void rectifyPlane(float[] x, float[] y, int offset, float mean, float scale, float shift, int inner) {
        VectorPlanes.each(true, x, null, y, offset, mean, 0f, scale, shift, inner);
    }

    @Override
    void gradientPlane(
            float[] x,
            float[] dy,
            float[] dx,
            int offset,
            float mean,
            float slope,
            float scale,
            float shift,
            int inner) {
        VectorPlanes.each(false, x, dy, dx, offset, mean, slope, scale, shift, inner);
    }

    @Override
    void partialSums(FeatureSums.Term term, float[] x, float[] dy, float m, int at, int whole, float[] partial) {
        switch (term) {
            case DIFFERENCE, SQUARE -> VectorPlanes.sums(term == FeatureSums.Term.SQUARE, x, m, at, whole, partial);
            case PRODUCT -> VectorPlanes.products(x, dy, m, at, whole, partial);
        }
    }
}
