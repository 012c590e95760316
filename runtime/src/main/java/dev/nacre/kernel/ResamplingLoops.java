package dev.nacre.kernel;

import java.util.Arrays;

/**
 * The loops of {@link ResamplingKernels}, forward and back; planes are divided among threads. One for each calling thread, so
 * that a call allocates nothing.
 */
final class ResamplingLoops implements Threads.Work {
    /** Elements below which handing over parts costs about what it brings. */
    private static final int LEAST = 1 << 13;

    private final int[] size = new int[2];
    private final int[] out = new int[2];
    private final int[] before = new int[2];
    private final int[] scale = new int[2];
    private Kind kind = Kind.PAD;
    private int planes;
    private float value;
    private boolean alignCorners;
    private boolean back;

    /** The smaller planes, or their gradient. */
    private float[] x;

    /** The larger planes, or their gradient. */
    private float[] y;

    enum Kind {
        PAD,
        REFLECT,
        REPLICATE,
        NEAREST,
        LINEAR
    }

    static ResamplingLoops of(int planes, Window around) {
        ResamplingLoops loops = Scratch.get().resampling();
        loops.planes = planes;
        for (int axis = 0; axis < 2; axis++) {
            loops.size[axis] = around.size[axis];
            loops.before[axis] = around.before[axis];
            loops.out[axis] = around.size[axis] + around.before[axis] + around.after[axis];
        }
        return loops;
    }

    static ResamplingLoops of(int planes, int height, int width, int down, int across) {
        ResamplingLoops loops = Scratch.get().resampling();
        loops.planes = planes;
        loops.size[0] = height;
        loops.size[1] = width;
        loops.scale[0] = down;
        loops.scale[1] = across;
        loops.out[0] = Arguments.product(height, down);
        loops.out[1] = Arguments.product(width, across);
        return loops;
    }

    ResamplingLoops value(float margin) {
        value = margin;
        return this;
    }

    ResamplingLoops aligned(boolean corners) {
        alignCorners = corners;
        return this;
    }

    void run(Kind kind, float[] x, float[] y, boolean back) {
        int outputs = Arguments.product(out[0], out[1]);
        Arguments.sizes(planes, outputs);
        Arguments.array(back ? "dx" : "x", x, planes, Arguments.product(size[0], size[1]));
        Arguments.array(back ? "dy" : "y", y, planes, outputs);
        this.kind = kind;
        this.x = x;
        this.y = y;
        this.back = back;
        Threads.divide(this, planes, Math.max(1, LEAST / Math.max(1, outputs)));
    }

    @Override
    public void run(int from, int to) {
        int inputs = size[0] * size[1];
        int outputs = out[0] * out[1];
        if (back) {
            Arrays.fill(x, from * inputs, to * inputs, 0f);
        } else if (kind == Kind.PAD) {
            Arrays.fill(y, from * outputs, to * outputs, value);
        }
        for (int plane = from; plane < to; plane++) {
            if (kind == Kind.LINEAR) {
                lines(plane * inputs, plane * outputs);
            } else {
                copies(plane * inputs, plane * outputs);
            }
        }
    }

    /** Rows that are made of one row each. */
    private void copies(int in, int at) {
        for (int i = 0; i < out[0]; i++) {
            int row = source(0, i);
            if (row < 0) {
                continue;
            }
            int from = in + row * size[1];
            int to = at + i * out[1];
            if (kind == Kind.NEAREST) {
                repeat(from, to);
                continue;
            }
            int first = Math.max(0, before[1]);
            int end = Math.min(out[1], before[1] + size[1]);
            for (int j = 0; j < first && kind != Kind.PAD; j++) {
                copy(from + source(1, j), to + j);
            }
            for (int j = end; j < out[1] && kind != Kind.PAD; j++) {
                copy(from + source(1, j), to + j);
            }
            int inside = from - before[1];
            if (!back) {
                System.arraycopy(x, inside + first, y, to + first, end - first);
            } else {
                for (int j = first; j < end; j++) {
                    x[inside + j] += y[to + j];
                }
            }
        }
    }

    private void repeat(int from, int to) {
        int across = scale[1];
        for (int j = 0; j < size[1]; j++) {
            for (int k = to + j * across; k < to + (j + 1) * across; k++) {
                copy(from + j, k);
            }
        }
    }

    private void copy(int in, int at) {
        if (back) {
            x[in] += y[at];
        } else {
            y[at] = x[in];
        }
    }

    /** The row or column that one of the larger plane is made of, or -1 for none. */
    private int source(int axis, int position) {
        if (kind == Kind.NEAREST) {
            return position / scale[axis];
        }
        int inside = position - before[axis];
        int last = size[axis] - 1;
        return switch (kind) {
            case REFLECT -> inside < 0 ? -inside : inside > last ? 2 * last - inside : inside;
            case REPLICATE -> Math.max(0, Math.min(last, inside));
            default -> inside < 0 || inside > last ? -1 : inside;
        };
    }

    private void lines(int in, int at) {
        int width = size[1];
        for (int i = 0; i < out[0]; i++) {
            double down = place(0, i);
            int upper = (int) down;
            int top = in + upper * width;
            int bottom = in + Math.min(size[0] - 1, upper + 1) * width;
            float below = (float) (down - upper);
            float above = 1 - below;
            for (int j = 0; j < out[1]; j++) {
                double across = place(1, j);
                int left = (int) across;
                int right = Math.min(width - 1, left + 1);
                float after = (float) (across - left);
                float before = 1 - after;
                int o = at + i * out[1] + j;
                if (back) {
                    x[top + left] += above * before * y[o];
                    x[top + right] += above * after * y[o];
                    x[bottom + left] += below * before * y[o];
                    x[bottom + right] += below * after * y[o];
                } else {
                    y[o] = above * (before * x[top + left] + after * x[top + right])
                            + below * (before * x[bottom + left] + after * x[bottom + right]);
                }
            }
        }
    }

    /** Where an element of the larger plane lies in the smaller one. */
    private double place(int axis, int position) {
        if (alignCorners) {
            return out[axis] == 1 ? 0 : (double) position * (size[axis] - 1) / (out[axis] - 1);
        }
        return Math.max(0, (position + 0.5) / scale[axis] - 0.5);
    }
}
