package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * Winograd's transformations of the Vector API: vectors of tiles. Whole vectors are written, in ascending order: what is too much is
 * written over by what comes next. Sorting and arithmetic are methods of their own, because HotSpot makes objects of vectors in
 * methods that have too much of both.
 */
final class VectorWinograd extends WinogradPass {
    private static final int HALF = LANES / 2;
    private static final int PAIR = 2 * LANES;

    /** Elements 0, 2, 4 ... in both halves of a vector; 1, 3, 5 ... in both. */
    private static final VectorShuffle<Float> EVEN = VectorShuffle.fromOp(FLOATS, i -> i % HALF * 2);

    private static final VectorShuffle<Float> ODD = VectorShuffle.fromOp(FLOATS, i -> i % HALF * 2 + 1);

    /** Each element of the first half of a vector twice, and of the second. */
    private static final VectorShuffle<Float> FIRST = VectorShuffle.fromOp(FLOATS, i -> i / 2);

    private static final VectorShuffle<Float> SECOND = VectorShuffle.fromOp(FLOATS, i -> HALF + i / 2);

    private static final VectorMask<Float> UPPER = VectorMask.fromLong(FLOATS, (1L << LANES) - (1L << HALF));
    private static final VectorMask<Float> ODDS = VectorMask.fromLong(FLOATS, 0xAAAAAAAAL & (1L << LANES) - 1);

    VectorWinograd(Convolver convolver) {
        super(convolver);
    }

    @Override
    void patches(Winograd s, float[] x, int xAt, int firstRow, int rows, float[] to, int at, Scratch own) {
        int plane = (rows + 1) * s.pitch + PAIR;
        float[] planes = own.lane(Winograd.SIDE * plane);
        // The first of every other column of the image lies in a plane of its own, behind the zeros of the padding.
        int even = (s.left & 1) * plane;
        int evenZeros = s.left / 2;
        int odd = plane - even;
        int oddZeros = (s.left + 1) / 2;
        int width = Math.min(s.width, 2 * s.across + 2 - s.left);
        int evens = (width + 1) / 2;
        int odds = width / 2;
        for (int i = 0; i < 2 * rows + 2; i++) {
            int row = (i & 1) * 2 * plane + (i >> 1) * s.pitch;
            int source = 2 * firstRow + i - s.top;
            if (source < 0 || source >= s.height) {
                zero(planes, row, s.pitch + 1);
                zero(planes, row + plane, s.pitch + 1);
                continue;
            }
            int from = xAt + source * s.width;
            int toEven = row + even + evenZeros;
            int toOdd = row + odd + oddZeros;
            if (from + width + PAIR <= x.length) {
                sort(x, from, planes, toEven, toOdd, width);
            } else {
                sortLast(x, from, planes, toEven, toOdd, width);
            }
            border(planes, row + even, evenZeros, evens, s.pitch);
            border(planes, row + odd, oddZeros, odds, s.pitch);
        }
        combine(planes, plane, s.pitch, s.places(1, rows), to, at, s.patchPoint());
    }

    private static void zero(float[] to, int at, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector.zero(FLOATS).intoArray(to, at + i);
        }
    }

    /** The zeros before and behind elements of the image, up to where the next row begins. */
    private static void border(float[] to, int at, int before, int elements, int length) {
        for (int i = 0; i < before; i++) {
            to[at + i] = 0f;
        }
        for (int i = before + elements; i <= length; i++) {
            to[at + i] = 0f;
        }
    }

    private static void sort(float[] x, int from, float[] to, int toEven, int toOdd, int width) {
        if (width <= LANES) {
            FloatVector a = FloatVector.fromArray(FLOATS, x, from);
            a.rearrange(EVEN).intoArray(to, toEven);
            a.rearrange(ODD).intoArray(to, toOdd);
            return;
        }
        for (int j = 0; 2 * j < width; j += LANES) {
            FloatVector a = FloatVector.fromArray(FLOATS, x, from + 2 * j);
            FloatVector b = FloatVector.fromArray(FLOATS, x, from + 2 * j + LANES);
            a.rearrange(EVEN).blend(b.rearrange(EVEN), UPPER).intoArray(to, toEven + j);
            a.rearrange(ODD).blend(b.rearrange(ODD), UPPER).intoArray(to, toOdd + j);
        }
    }

    /** The same near the end of x, behind which nothing can be read. */
    private static void sortLast(float[] x, int from, float[] to, int toEven, int toOdd, int width) {
        for (int j = 0; j < width; j++) {
            to[((j & 1) == 0 ? toEven : toOdd) + j / 2] = x[from + j];
        }
    }

    /** {@code Bᵀ d B} of patches whose elements lie in four planes, of every other row and column. */
    private static void combine(float[] planes, int plane, int pitch, int tiles, float[] to, int at, int point) {
        for (int j = 0; j < tiles; j += LANES) {
            int from = j;
            FloatVector d0 = FloatVector.fromArray(FLOATS, planes, from);
            FloatVector d1 = FloatVector.fromArray(FLOATS, planes, from + plane);
            FloatVector d2 = FloatVector.fromArray(FLOATS, planes, from + 1);
            FloatVector d3 = FloatVector.fromArray(FLOATS, planes, from + plane + 1);
            FloatVector a0 = d0.sub(d2);
            FloatVector a1 = d1.add(d2);
            FloatVector a2 = d2.sub(d1);
            FloatVector a3 = d1.sub(d3);
            from = j + 2 * plane;
            d0 = FloatVector.fromArray(FLOATS, planes, from);
            d1 = FloatVector.fromArray(FLOATS, planes, from + plane);
            d2 = FloatVector.fromArray(FLOATS, planes, from + 1);
            d3 = FloatVector.fromArray(FLOATS, planes, from + plane + 1);
            FloatVector b0 = d0.sub(d2);
            FloatVector b1 = d1.add(d2);
            FloatVector b2 = d2.sub(d1);
            FloatVector b3 = d1.sub(d3);
            from = j + pitch;
            d0 = FloatVector.fromArray(FLOATS, planes, from);
            d1 = FloatVector.fromArray(FLOATS, planes, from + plane);
            d2 = FloatVector.fromArray(FLOATS, planes, from + 1);
            d3 = FloatVector.fromArray(FLOATS, planes, from + plane + 1);
            FloatVector c0 = d0.sub(d2);
            FloatVector c1 = d1.add(d2);
            FloatVector c2 = d2.sub(d1);
            FloatVector c3 = d1.sub(d3);
            from = j + pitch + 2 * plane;
            d0 = FloatVector.fromArray(FLOATS, planes, from);
            d1 = FloatVector.fromArray(FLOATS, planes, from + plane);
            d2 = FloatVector.fromArray(FLOATS, planes, from + 1);
            d3 = FloatVector.fromArray(FLOATS, planes, from + plane + 1);
            int into = at + j;
            a0.sub(c0).intoArray(to, into);
            a1.sub(c1).intoArray(to, into + point);
            a2.sub(c2).intoArray(to, into + 2 * point);
            a3.sub(c3).intoArray(to, into + 3 * point);
            b0.add(c0).intoArray(to, into + 4 * point);
            b1.add(c1).intoArray(to, into + 5 * point);
            b2.add(c2).intoArray(to, into + 6 * point);
            b3.add(c3).intoArray(to, into + 7 * point);
            c0.sub(b0).intoArray(to, into + 8 * point);
            c1.sub(b1).intoArray(to, into + 9 * point);
            c2.sub(b2).intoArray(to, into + 10 * point);
            c3.sub(b3).intoArray(to, into + 11 * point);
            b0.sub(d0.sub(d2)).intoArray(to, into + 12 * point);
            b1.sub(d1.add(d2)).intoArray(to, into + 13 * point);
            b2.sub(d2.sub(d1)).intoArray(to, into + 14 * point);
            b3.sub(d1.sub(d3)).intoArray(to, into + 15 * point);
        }
    }

    @Override
    void result(
            Winograd s,
            float[] m,
            int at,
            int point,
            float bias,
            int firstRow,
            int rows,
            float[] y,
            int yAt,
            int end,
            Scratch own) {
        int places = s.places(1, rows);
        int length = places + PAIR;
        float[] corners = own.lane(Winograd.SIDE * length);
        squares(m, at, point, places, bias, corners, length);
        int rowLength = (s.columns + PAIR - 1) / PAIR * PAIR;
        int last = Math.min(s.rows, 2 * (firstRow + rows));
        for (int row = 2 * firstRow; row < last; row++) {
            int from = (row & 1) * 2 * length + ((row >> 1) - firstRow) * s.pitch;
            int to = yAt + row * s.columns;
            int even = from;
            int odd = from + length;
            if (to + rowLength > end) {
                // What follows belongs to another sample.
                for (int j = 0; j < s.columns; j++) {
                    y[to + j] = corners[((j & 1) == 0 ? even : odd) + j / 2];
                }
                continue;
            }
            for (int j = 0; 2 * j < s.columns; j += LANES) {
                FloatVector a = FloatVector.fromArray(FLOATS, corners, even + j);
                FloatVector b = FloatVector.fromArray(FLOATS, corners, odd + j);
                a.rearrange(FIRST).blend(b.rearrange(FIRST), ODDS).intoArray(y, to + 2 * j);
                if (2 * j + LANES < s.columns) {
                    a.rearrange(SECOND).blend(b.rearrange(SECOND), ODDS).intoArray(y, to + 2 * j + LANES);
                }
            }
        }
    }

    /** {@code Aᵀ m A + bias}: the four corners of each square, each in a row of its own. */
    private static void squares(float[] m, int at, int point, int tiles, float bias, float[] to, int length) {
        for (int j = 0; j < tiles; j += LANES) {
            int from = at + j;
            FloatVector a0 = FloatVector.fromArray(FLOATS, m, from);
            FloatVector a1 = FloatVector.fromArray(FLOATS, m, from + point);
            FloatVector a2 = FloatVector.fromArray(FLOATS, m, from + 2 * point);
            FloatVector a3 = FloatVector.fromArray(FLOATS, m, from + 3 * point);
            FloatVector b0 = FloatVector.fromArray(FLOATS, m, from + 4 * point);
            FloatVector b1 = FloatVector.fromArray(FLOATS, m, from + 5 * point);
            FloatVector b2 = FloatVector.fromArray(FLOATS, m, from + 6 * point);
            FloatVector b3 = FloatVector.fromArray(FLOATS, m, from + 7 * point);
            FloatVector c0 = FloatVector.fromArray(FLOATS, m, from + 8 * point);
            FloatVector c1 = FloatVector.fromArray(FLOATS, m, from + 9 * point);
            FloatVector c2 = FloatVector.fromArray(FLOATS, m, from + 10 * point);
            FloatVector c3 = FloatVector.fromArray(FLOATS, m, from + 11 * point);
            FloatVector d0 = FloatVector.fromArray(FLOATS, m, from + 12 * point);
            FloatVector d1 = FloatVector.fromArray(FLOATS, m, from + 13 * point);
            FloatVector d2 = FloatVector.fromArray(FLOATS, m, from + 14 * point);
            FloatVector d3 = FloatVector.fromArray(FLOATS, m, from + 15 * point);
            a0 = a0.add(b0).add(c0);
            a1 = a1.add(b1).add(c1);
            a2 = a2.add(b2).add(c2);
            a3 = a3.add(b3).add(c3);
            a0.add(a1).add(a2).add(bias).intoArray(to, j);
            a1.sub(a2).sub(a3).add(bias).intoArray(to, j + length);
            b0 = b0.sub(c0).sub(d0);
            b1 = b1.sub(c1).sub(d1);
            b2 = b2.sub(c2).sub(d2);
            b3 = b3.sub(c3).sub(d3);
            b0.add(b1).add(b2).add(bias).intoArray(to, j + 2 * length);
            b1.sub(b2).sub(b3).add(bias).intoArray(to, j + 3 * length);
        }
    }
}
