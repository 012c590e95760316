package dev.nacre.kernel;

import java.util.Arrays;

/** The loops of {@link PoolingKernels}; planes are divided among threads. One for each calling thread, so that a call allocates nothing. */
final class PoolingLoops implements Threads.Work {
    /** Elements below which handing over parts costs about what it brings. */
    private static final int LEAST = 1 << 13;

    private Kind kind = Kind.MAX;

    /** How a kernel slides, or null for positions that divide a plane. */
    private Window window;

    private final int[] size = new int[2];
    private final int[] out = new int[2];

    /** The distance of the elements of a position. */
    private final int[] step = new int[2];

    /** How much of a plane a position covers. */
    private final int[] reach = new int[2];

    private int planes;
    private boolean countPadding;
    private double norm;
    private float[] powers;

    /** Like planes: what is pooled, or in its place what the gradient is written to. */
    private float[] x;

    /** Like positions: what comes out, or its gradient. */
    private float[] y;

    private float[] dx;

    /** Whether positions are of 2x2 elements side by side, without padding. */
    private boolean isQuarter;

    /** What gave x, where the gradient goes on through that; then the provider that knows it. */
    private Activation f = Activation.IDENTITY;

    private AbstractKernels kernels;

    /** Whether vectors may compute what they have a way of their own for; of the same bits. */
    private boolean vectors;

    enum Kind {
        MAX,
        MAX_GRADIENT,
        AVERAGE,
        AVERAGE_GRADIENT,
        NORM,
        NORM_GRADIENT
    }

    static PoolingLoops of(int planes, Window over) {
        PoolingLoops loops = Scratch.get().pooling();
        loops.window = over;
        loops.planes = planes;
        loops.isQuarter = true;
        loops.f = Activation.IDENTITY;
        loops.vectors = false;
        for (int axis = 0; axis < 2; axis++) {
            loops.size[axis] = over.size[axis];
            loops.out[axis] = over.out[axis];
            loops.step[axis] = over.dilation[axis];
            loops.reach[axis] = over.dilation[axis] * (over.kernel[axis] - 1) + 1;
            loops.isQuarter &= over.kernel[axis] == 2
                    && over.stride[axis] == 2
                    && over.dilation[axis] == 1
                    && over.before[axis] == 0
                    && 2 * over.out[axis] <= over.size[axis];
        }
        return loops;
    }

    static PoolingLoops of(int planes, int height, int width, int outHeight, int outWidth) {
        PoolingLoops loops = Scratch.get().pooling();
        loops.window = null;
        loops.planes = planes;
        loops.isQuarter = false;
        loops.f = Activation.IDENTITY;
        loops.size[0] = height;
        loops.size[1] = width;
        loops.out[0] = outHeight;
        loops.out[1] = outWidth;
        Arrays.fill(loops.step, 1);
        return loops;
    }

    PoolingLoops counting(boolean padding) {
        countPadding = padding;
        return this;
    }

    PoolingLoops byVectors() {
        vectors = true;
        return this;
    }

    PoolingLoops through(Activation function, AbstractKernels provider) {
        f = function;
        kernels = provider;
        return this;
    }

    PoolingLoops norm(double exponent) {
        norm = exponent;
        return this;
    }

    PoolingLoops powers(float[] results) {
        Arguments.array("y", results, planes, Arguments.product(out[0], out[1]));
        powers = results;
        return this;
    }

    void run(Kind kind, float[] x, float[] y, float[] dx) {
        int inputs = Arguments.product(size[0], size[1]);
        Arguments.sizes(planes, inputs);
        Arguments.array("x", x, planes, inputs);
        Arguments.array("y", y, planes, Arguments.product(out[0], out[1]));
        if (dx != null) {
            Arguments.array("dx", dx, planes, inputs);
        }
        this.kind = kind;
        this.x = x;
        this.y = y;
        this.dx = dx;
        Threads.divide(this, planes, Math.max(1, LEAST / Math.max(1, inputs)));
    }

    @Override
    public void run(int from, int to) {
        int inputs = size[0] * size[1];
        int outputs = out[0] * out[1];
        for (int plane = from; plane < to; plane++) {
            boolean written = vectors && isQuarter && dx != null && 4 * outputs == inputs;
            if (dx != null && !written) {
                Arrays.fill(dx, plane * inputs, (plane + 1) * inputs, 0f);
            }
            int done = 0;
            if (isQuarter && kind.compareTo(Kind.NORM) < 0) {
                done = vectors ? rowsByVectors(plane * inputs, plane * outputs, to) : 0;
                if (written) {
                    Arrays.fill(dx, plane * inputs + 2 * done * size[1], (plane + 1) * inputs, 0f);
                }
                quarters(plane * inputs, plane * outputs, done);
            } else if (window == null && outputs == 1) {
                whole(plane * inputs, plane, inputs);
            } else {
                positions(plane * inputs, plane * outputs);
            }
            if (f != Activation.IDENTITY) {
                int through = f == Activation.RELU ? 2 * done * size[1] : 0;
                kernels.gradient(x, dx, dx, plane * inputs + through, inputs - through, f, 1f);
            }
        }
    }

    /** @return the rows of positions that are done, of maxima only, none of the planes from {@code end} on having been touched */
    private int rowsByVectors(int in, int at, int end) {
        return kind == Kind.MAX
                ? VectorPooling.largestOfFour(x, in, size[1], y, at, out[0], out[1], end * out[0] * out[1])
                : VectorPooling.toLargestOfFour(
                        x, in, size[1], y, at, dx, out[0], out[1], f == Activation.RELU, end * size[0] * size[1]);
    }

    /** Positions of any kind, one after the other. */
    private void positions(int in, int at) {
        int o = at;
        for (int i = 0; i < out[0]; i++) {
            int top = in + from(0, i) * size[1];
            int bottom = in + to(0, i) * size[1];
            int down = step[0] * size[1];
            for (int j = 0; j < out[1]; j++) {
                int left = from(1, j);
                int right = to(1, j);
                switch (kind) {
                    case MAX -> y[o] = max(top, bottom, down, left, right);
                    case MAX_GRADIENT -> dx[place(top, bottom, down, left, right)] += y[o];
                    case AVERAGE -> y[o] = (float) (sum(top, bottom, down, left, right) / count(i, j));
                    case AVERAGE_GRADIENT -> share(top, bottom, down, left, right, y[o] / count(i, j));
                    case NORM -> {
                        double power = scale(i, j) * sum(top, bottom, down, left, right);
                        y[o] = (float)
                                (norm == 1 ? power : norm == 2 ? Math.sqrt(power) : StrictMath.pow(power, 1 / norm));
                    }
                    case NORM_GRADIENT -> normGradient(top, bottom, down, left, right, o, scale(i, j) * y[o]);
                }
                o++;
            }
        }
    }

    /** The first element of a position inside the plane. */
    private int from(int axis, int position) {
        if (window == null) {
            return (int) ((long) position * size[axis] / out[axis]);
        }
        int at = window.source(axis, position, 0);
        return at >= 0 ? at : at + (step[axis] - 1 - at) / step[axis] * step[axis];
    }

    /** The element behind the last one. */
    private int to(int axis, int position) {
        return window == null
                ? (int) (((position + 1L) * size[axis] + out[axis] - 1) / out[axis])
                : Math.min(size[axis], window.source(axis, position, 0) + reach[axis]);
    }

    /** What a sum is divided by. */
    private int count(int row, int column) {
        return countPadding && window != null ? padded(0, row) * padded(1, column) : inside(0, row) * inside(1, column);
    }

    private int inside(int axis, int position) {
        return (to(axis, position) - from(axis, position) + step[axis] - 1) / step[axis];
    }

    /** The elements of a position that lie in the plane and the padding around it. */
    private int padded(int axis, int position) {
        int room = size[axis] + window.after[axis] - window.source(axis, position, 0);
        return Math.min(window.kernel[axis], (room + step[axis] - 1) / step[axis]);
    }

    private double scale(int row, int column) {
        return (double) window.elements() / (padded(0, row) * padded(1, column));
    }

    private float max(int top, int bottom, int down, int left, int right) {
        float max = Float.NEGATIVE_INFINITY;
        for (int row = top; row < bottom; row += down) {
            for (int i = row + left; i < row + right; i += step[1]) {
                max = Math.max(max, x[i]);
            }
        }
        return max;
    }

    /** By numbers, not by branches, which nobody could foretell; the first NaN is looked for where there is one. */
    private int place(int top, int bottom, int down, int left, int right) {
        int place = top + left;
        float max = Float.NEGATIVE_INFINITY;
        for (int row = top; row < bottom; row += down) {
            for (int i = row + left; i < row + right; i += step[1]) {
                float value = x[i];
                place = value > max ? i : place;
                max = Math.max(max, value);
            }
        }
        return Float.isNaN(max) ? firstNaN(top, bottom, down, left, right) : place;
    }

    private int firstNaN(int top, int bottom, int down, int left, int right) {
        for (int row = top; row < bottom; row += down) {
            for (int i = row + left; i < row + right; i += step[1]) {
                if (Float.isNaN(x[i])) {
                    return i;
                }
            }
        }
        return top + left;
    }

    private double sum(int top, int bottom, int down, int left, int right) {
        double sum = 0;
        boolean plain = kind == Kind.AVERAGE || norm == 1;
        for (int row = top; row < bottom; row += down) {
            for (int i = row + left; i < row + right; i += step[1]) {
                double value = x[i];
                sum += plain ? value : norm == 2 ? value * value : StrictMath.pow(value, norm);
            }
        }
        return sum;
    }

    private void share(int top, int bottom, int down, int left, int right, float share) {
        for (int row = top; row < bottom; row += down) {
            for (int i = row + left; i < row + right; i += step[1]) {
                dx[i] += share;
            }
        }
    }

    private void normGradient(int top, int bottom, int down, int left, int right, int at, double gradient) {
        for (int row = top; row < bottom && (powers[at] != 0 || norm == 1); row += down) {
            for (int i = row + left; i < row + right; i += step[1]) {
                double ratio = (double) x[i] / powers[at];
                dx[i] += (float) (gradient * (norm == 1 ? 1 : norm == 2 ? ratio : StrictMath.pow(ratio, norm - 1)));
            }
        }
    }

    /** One position that is the whole plane. */
    private void whole(int in, int o, int inputs) {
        switch (kind) {
            case MAX -> y[o] = largest(in, in + inputs);
            case AVERAGE -> y[o] = (float) (RowSums.sum(x, in, inputs) / inputs);
            case AVERAGE_GRADIENT -> Arrays.fill(dx, in, in + inputs, y[o] / inputs);
            default -> dx[place(in, in + 1, 1, 0, inputs)] = y[o];
        }
    }

    /** Four at a time, so that one comparison need not wait for the one before it. */
    private float largest(int from, int to) {
        float a = Float.NEGATIVE_INFINITY;
        float b = a;
        float c = a;
        float d = a;
        int i = from;
        for (; i + 3 < to; i += 4) {
            a = Math.max(a, x[i]);
            b = Math.max(b, x[i + 1]);
            c = Math.max(c, x[i + 2]);
            d = Math.max(d, x[i + 3]);
        }
        for (; i < to; i++) {
            a = Math.max(a, x[i]);
        }
        return Math.max(Math.max(a, c), Math.max(b, d));
    }

    /** @param done the rows of positions that are no longer to be computed */
    private void quarters(int in, int at, int done) {
        int width = size[1];
        int columns = out[1];
        for (int row = done; row < out[0]; row++) {
            int top = in + 2 * row * width;
            int o = at + row * columns;
            switch (kind) {
                case MAX -> largestOfFour(x, top, width, y, o, columns);
                case MAX_GRADIENT -> toLargestOfFour(x, top, width, y, o, dx, columns);
                case AVERAGE -> meanOfFour(x, top, width, y, o, columns);
                default -> toFour(y, o, dx, top, width, columns);
            }
        }
    }

    private static void largestOfFour(float[] x, int top, int width, float[] y, int at, int columns) {
        for (int j = 0; j < columns; j++) {
            int i = top + 2 * j;
            y[at + j] = Math.max(Math.max(x[i], x[i + 1]), Math.max(x[i + width], x[i + width + 1]));
        }
    }

    /** Chooses by numbers, not by branches, which nobody could foretell. */
    static void toLargestOfFour(float[] x, int top, int width, float[] dy, int at, float[] dx, int columns) {
        for (int j = 0; j < columns; j++) {
            int i = top + 2 * j;
            float a = x[i];
            float b = x[i + 1];
            float c = x[i + width];
            float d = x[i + width + 1];
            float upper = Math.max(a, b);
            float lower = Math.max(c, d);
            int first = b > a ? 1 : 0;
            int second = d > c ? width + 1 : width;
            int place = lower > upper ? second : first;
            if (Float.isNaN(upper + lower)) {
                place = firstNaN(a, b, c, d, width, place);
            }
            dx[i + place] = dy[at + j];
        }
    }

    /** The sum is NaN for opposite infinities, too, and then the place is right as it is. */
    private static int firstNaN(float a, float b, float c, float d, int width, int otherwise) {
        return Float.isNaN(a)
                ? 0
                : Float.isNaN(b) ? 1 : Float.isNaN(c) ? width : Float.isNaN(d) ? width + 1 : otherwise;
    }

    private static void meanOfFour(float[] x, int top, int width, float[] y, int at, int columns) {
        for (int j = 0; j < columns; j++) {
            int i = top + 2 * j;
            y[at + j] = ((x[i] + x[i + 1]) + (x[i + width] + x[i + width + 1])) * 0.25f;
        }
    }

    private static void toFour(float[] dy, int at, float[] dx, int top, int width, int columns) {
        for (int j = 0; j < columns; j++) {
            int i = top + 2 * j;
            float share = dy[at + j] * 0.25f;
            dx[i] = share;
            dx[i + 1] = share;
            dx[i + width] = share;
            dx[i + width + 1] = share;
        }
    }
}
