package dev.nacre.kernel;

/** Softmax and its relatives along an axis whose elements may lie apart. */
final class Softmaxes {
    private Softmaxes() {}

    static void check(String aName, float[] a, String bName, float[] b, int rows, int columns, int inner) {
        Arguments.sizes(rows, columns);
        Arguments.sizes(rows, inner);
        Arguments.pair(aName, a, bName, b, rows, Math.multiplyExact(columns, inner));
    }

    /** The softmax of {@code sign x}, by that of a row. */
    static void softmax(ActivationKernels kernels, float[] x, float[] y, int rows, int columns, int inner, float sign) {
        float[] lane = Scratch.get().lane(columns);
        for (int group = 0; group < rows * inner; group++) {
            int at = group / inner * columns * inner + group % inner;
            gather(x, at, inner, lane, columns, sign);
            kernels.softmax(lane, lane, 1, columns);
            scatter(lane, y, at, inner, columns, 1);
        }
    }

    static void softmaxGradient(
            ActivationKernels kernels,
            float[] y,
            float[] dy,
            float[] dx,
            int rows,
            int columns,
            int inner,
            float sign) {
        Scratch scratch = Scratch.get();
        float[] lane = scratch.lane(columns);
        float[] up = scratch.secondLane(columns);
        for (int group = 0; group < rows * inner; group++) {
            int at = group / inner * columns * inner + group % inner;
            gather(y, at, inner, lane, columns, 1);
            gather(dy, at, inner, up, columns, 1);
            kernels.softmaxGradient(lane, up, up, 1, columns);
            scatter(up, dx, at, inner, columns, sign);
        }
    }

    private static void gather(float[] x, int at, int step, float[] lane, int length, float factor) {
        for (int i = 0; i < length; i++) {
            lane[i] = factor * x[at + i * step];
        }
    }

    private static void scatter(float[] lane, float[] y, int at, int step, int length, float factor) {
        for (int i = 0; i < length; i++) {
            y[at + i * step] = factor * lane[i];
        }
    }

    /** In double throughout: what the sum loses would be in every element. */
    static void logSoftmax(float[] x, float[] y, int rows, int columns, int inner) {
        for (int group = 0; group < rows * inner; group++) {
            int at = group / inner * columns * inner + group % inner;
            int end = at + columns * inner;
            double max = Double.NEGATIVE_INFINITY;
            for (int i = at; i < end; i += inner) {
                max = Math.max(max, x[i]);
            }
            double sum = 0;
            for (int i = at; i < end; i += inner) {
                sum += DoubleElementary.exp(x[i] - max);
            }
            double logarithm = max + DoubleElementary.log(sum);
            for (int i = at; i < end; i += inner) {
                y[i] = (float) (x[i] - logarithm);
            }
        }
    }

    static void logSoftmaxGradient(float[] y, float[] dy, float[] dx, int rows, int columns, int inner) {
        for (int group = 0; group < rows * inner; group++) {
            int at = group / inner * columns * inner + group % inner;
            int end = at + columns * inner;
            double sum = 0;
            for (int i = at; i < end; i += inner) {
                sum += dy[i];
            }
            for (int i = at; i < end; i += inner) {
                dx[i] = (float) (dy[i] - DoubleElementary.exp(y[i]) * sum);
            }
        }
    }
}
