package dev.nacre.kernel;

import java.util.Arrays;

/**
 * What a product ends with, for rows of its result that are still in the cache: a function, the gradient of the function
 * before it, or the sums that go with the gradient of weights. One for each calling thread; others only read it.
 */
final class Ending {
    private Kind kind = Kind.NOTHING;
    private Activation f = Activation.IDENTITY;
    private Mask mask = Mask.NONE;
    private float scale;
    private float[] v;
    private float[] dy;
    private float[] db;
    private int samples;
    private int columns;
    private boolean add;

    private enum Kind {
        NOTHING,
        FUNCTION,
        GRADIENT,
        KEPT_GRADIENT,
        COLUMN_SUMS
    }

    /** Leaves the product as it is. */
    Ending nothing() {
        kind = Kind.NOTHING;
        return this;
    }

    /** {@code c = mask(f(c))}. */
    Ending function(Activation f, Mask mask) {
        this.f = f;
        this.mask = mask;
        kind = f == Activation.IDENTITY && !mask.changes() ? Kind.NOTHING : Kind.FUNCTION;
        return this;
    }

    /** {@code c = c f' mask}, as {@link Kernels#activateGradient} has it from v. */
    Ending gradient(float[] v, Activation f, Mask mask) {
        this.v = v;
        this.f = f;
        this.mask = mask;
        kind = Kind.GRADIENT;
        return this;
    }

    /**
     * {@link #gradient} where all of c is kept by a mask of this scale, without the factor that it gives to what is no ReLU: that
     * comes with the copy.
     */
    Ending keptGradient(float[] v, Activation f, float scale) {
        this.v = v;
        this.f = f;
        this.scale = scale;
        kind = Kind.KEPT_GRADIENT;
        return this;
    }

    /** {@code db_i = sum_s dy_si} or that added to db, where row i of c is the gradient of the weights of output i. */
    Ending columnSums(float[] dy, float[] db, int samples, int columns, boolean add) {
        this.dy = dy;
        this.db = db;
        this.samples = samples;
        this.columns = columns;
        this.add = add;
        kind = Kind.COLUMN_SUMS;
        return this;
    }

    boolean active() {
        return kind != Kind.NOTHING;
    }

    /** Ends some rows of c [.., n], each of them once. */
    void apply(AbstractKernels kernels, float[] c, int firstRow, int rows, int n) {
        switch (kind) {
            case NOTHING -> {}
            case FUNCTION -> {
                if (f.kind != Activation.Kind.IDENTITY) {
                    kernels.forward(c, c, firstRow * n, rows * n, f);
                }
                if (mask != Mask.NONE) {
                    mask.apply(c, firstRow, rows, n, kernels.masks());
                }
            }
            case GRADIENT -> kernels.gradient(v, c, c, firstRow, rows, n, f, mask);
            case KEPT_GRADIENT -> kernels.gradient(v, c, c, firstRow * n, rows * n, f, scale);
            case COLUMN_SUMS -> {
                if (!add) {
                    Arrays.fill(db, firstRow, firstRow + rows, 0f);
                }
                kernels.addRows(dy, db, samples, columns, firstRow, firstRow + rows);
            }
        }
    }
}
