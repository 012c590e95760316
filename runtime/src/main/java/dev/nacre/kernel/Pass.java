package dev.nacre.kernel;

/**
 * One operation on rows or columns that do not depend on each other, divided among threads. An object of its own for
 * each calling thread, so that a call allocates nothing.
 */
final class Pass implements Threads.Work {
    /** Elements below which handing over parts costs about what it brings. */
    private static final int LEAST = 1 << 13;

    /** What an exponential costs, and the logarithm of a row, in elements. */
    private static final int EXPONENTIAL = 4;

    private static final int LOGARITHM = 100;

    /** Elements that a function follows a sum with. */
    private static final int CACHED = 1 << 11;

    private Kind kind = Kind.ACTIVATE;
    private AbstractKernels kernels;
    private float[] a;
    private float[] b;
    private float[] c;
    private int[] labels;
    private double[] losses;
    private int rows;
    private int columns;
    private Activation f;
    private Mask mask;

    private enum Kind {
        ADD,
        MULTIPLY,
        ACTIVATE,
        ACTIVATE_GRADIENT,
        COLUMN_SUM,
        SOFTMAX,
        SOFTMAX_GRADIENT,
        CROSS_ENTROPY
    }

    /** Whether so few elements are the caller's own in any case: a small network is done before a pass is prepared. */
    static boolean alone(int rows, int columns) {
        return (long) rows * columns < LEAST;
    }

    private Pass on(AbstractKernels kernels, Kind kind, float[] a, float[] b, float[] c, int rows, int columns) {
        this.kernels = kernels;
        this.kind = kind;
        this.a = a;
        this.b = b;
        this.c = c;
        this.rows = rows;
        this.columns = columns;
        return this;
    }

    void add(AbstractKernels kernels, float[] a, float[] b, float[] y, int rows, int columns, Activation f) {
        this.f = f;
        on(kernels, Kind.ADD, a, b, y, rows, columns).byRows(columns);
    }

    void multiply(float[] a, float[] b, float[] y, int rows, int columns) {
        on(null, Kind.MULTIPLY, a, b, y, rows, columns).byRows(columns);
    }

    void activate(AbstractKernels kernels, float[] x, float[] y, int rows, int columns, Activation f, Mask mask) {
        this.f = f;
        this.mask = mask;
        on(kernels, Kind.ACTIVATE, x, y, null, rows, columns).byRows(columns);
    }

    void activateGradient(
            AbstractKernels kernels,
            float[] v,
            float[] dy,
            float[] dx,
            int rows,
            int columns,
            Activation f,
            Mask mask) {
        this.f = f;
        this.mask = mask;
        on(kernels, Kind.ACTIVATE_GRADIENT, v, dy, dx, rows, columns).byRows(columns);
    }

    void softmax(AbstractKernels kernels, float[] x, float[] y, int rows, int columns) {
        on(kernels, Kind.SOFTMAX, x, y, null, rows, columns).byRows(EXPONENTIAL * columns);
    }

    void softmaxGradient(AbstractKernels kernels, float[] y, float[] dy, float[] dx, int rows, int columns) {
        on(kernels, Kind.SOFTMAX_GRADIENT, y, dy, dx, rows, columns).byRows(columns);
    }

    /** Leaves the loss of each row for the caller, who adds them up in order. */
    void crossEntropy(
            AbstractKernels kernels, float[] x, int[] labels, float[] y, double[] losses, int rows, int columns) {
        this.labels = labels;
        this.losses = losses;
        on(kernels, Kind.CROSS_ENTROPY, x, y, null, rows, columns).byRows(EXPONENTIAL * columns + LOGARITHM);
    }

    /** Columns are divided, never a sum. */
    void columnSum(AbstractKernels kernels, float[] x, float[] s, int rows, int columns) {
        on(kernels, Kind.COLUMN_SUM, x, s, null, rows, columns);
        Threads.divide(this, columns, Math.max(64, LEAST / Math.max(1, rows)));
    }

    private void byRows(int width) {
        Threads.divide(this, rows, Math.max(1, LEAST / Math.max(1, width)));
    }

    @Override
    public void run(int from, int to) {
        int some = to - from;
        switch (kind) {
            case ADD -> sums(from * columns, to * columns);
            case MULTIPLY -> products(a, b, c, from * columns, to * columns);
            case ACTIVATE -> {
                kernels.forward(a, b, from * columns, some * columns, f);
                mask.apply(b, from, some, columns, kernels.masks());
            }
            case ACTIVATE_GRADIENT -> kernels.gradient(a, b, c, from, some, columns, f, mask);
            case COLUMN_SUM -> kernels.addRows(a, b, rows, columns, from, to);
            case SOFTMAX -> {
                Scratch scratch = Scratch.get();
                for (int row = from; row < to; row++) {
                    kernels.softmaxRow(a, b, row * columns, columns, scratch);
                }
            }
            case SOFTMAX_GRADIENT -> {
                Scratch scratch = Scratch.get();
                for (int row = from; row < to; row++) {
                    kernels.softmaxGradientRow(a, b, c, row * columns, columns, scratch);
                }
            }
            case CROSS_ENTROPY -> crossEntropy(from, to);
        }
    }

    /** What is added up is still in the cache when a function other than the commonest comes to it. */
    private void sums(int from, int to) {
        if (f == Activation.RELU) {
            rectifiedSums(a, b, c, from, to);
            return;
        }
        int most = f == Activation.IDENTITY ? to - from : CACHED;
        for (int i = from; i < to; i += most) {
            int some = Math.min(most, to - i);
            sums(a, b, c, i, i + some);
            if (f != Activation.IDENTITY) {
                kernels.forward(c, c, i, some, f);
            }
        }
    }

    /** Loops of their own methods, which HotSpot vectorises. */
    private static void sums(float[] a, float[] b, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = a[i] + b[i];
        }
    }

    private static void rectifiedSums(float[] a, float[] b, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = Math.max(a[i] + b[i], 0f);
        }
    }

    private static void products(float[] a, float[] b, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = a[i] * b[i];
        }
    }

    /** The loss of one row, and its softmax. */
    static double crossEntropy(
            AbstractKernels kernels, float[] x, int label, float[] y, int at, int columns, Scratch scratch) {
        float logit = x[at + label];
        kernels.softmaxRow(x, y, at, columns, scratch);
        return DoubleElementary.log(scratch.sum) + ((double) scratch.max - logit);
    }

    private void crossEntropy(int from, int to) {
        Scratch scratch = Scratch.get();
        for (int row = from; row < to; row++) {
            if (labels[row] != LossKernels.IGNORED) {
                losses[row] = crossEntropy(kernels, a, labels[row], b, row * columns, columns, scratch);
            }
        }
    }
}
