package dev.nacre.kernel;

import java.util.Arrays;

/** Winograd's transformations, tile by tile: with the operations of {@link VectorWinograd} in their order. */
final class PlainWinograd extends WinogradPass {
    PlainWinograd(Convolver convolver) {
        super(convolver);
    }

    @Override
    void patches(Winograd s, float[] x, int xAt, int firstRow, int rows, float[] to, int at, Scratch own) {
        int length = (rows + 1) * s.pitch;
        float[] lines = own.lane(2 * Winograd.SIDE * length);
        float[] line = own.row(2 * (s.across + 1) + s.width);
        Arrays.fill(line, 0, 2 * s.across + 2, 0f);
        for (int i = 0; i < 2 * rows + 2; i++) {
            int source = 2 * firstRow + i - s.top;
            int row = (i & 1) * Winograd.SIDE * length + (i >> 1) * s.pitch;
            if (source < 0 || source >= s.height) {
                for (int k = 0; k < Winograd.SIDE; k++) {
                    Arrays.fill(lines, row + k * length, row + k * length + s.across, 0f);
                }
            } else {
                System.arraycopy(x, xAt + source * s.width, line, s.left, s.width);
                for (int j = 0; j < s.across; j++) {
                    float d1 = line[2 * j + 1];
                    float d2 = line[2 * j + 2];
                    lines[row + j] = line[2 * j] - d2;
                    lines[row + j + length] = d1 + d2;
                    lines[row + j + 2 * length] = d2 - d1;
                    lines[row + j + 3 * length] = d1 - line[2 * j + 3];
                }
            }
        }
        int point = s.patchPoint();
        for (int k = 0; k < Winograd.SIDE; k++) {
            int even = k * length;
            int odd = (Winograd.SIDE + k) * length;
            int first = at + k * point;
            for (int j = 0; j < s.places(1, rows); j++) {
                float d1 = lines[odd + j];
                float d2 = lines[even + j + s.pitch];
                to[first + j] = lines[even + j] - d2;
                to[first + j + 4 * point] = d1 + d2;
                to[first + j + 8 * point] = d2 - d1;
                to[first + j + 12 * point] = d1 - lines[odd + j + s.pitch];
            }
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
        float[] line = own.lane(4 * s.across);
        for (int tile = firstRow; tile < firstRow + rows; tile++) {
            for (int j = 0; j < s.across; j++) {
                square(m, at + (tile - firstRow) * s.pitch + j, point, bias, line, 2 * j, 2 * s.across);
            }
            int to = yAt + 2 * tile * s.columns;
            System.arraycopy(line, 0, y, to, s.columns);
            if (2 * tile + 1 < s.rows) {
                System.arraycopy(line, 2 * s.across, y, to + s.columns, s.columns);
            }
        }
    }

    /** Two by two results of a tile. */
    private static void square(float[] m, int at, int point, float bias, float[] to, int toAt, int length) {
        float upper1 = upper(m, at + point, point);
        float upper2 = upper(m, at + 2 * point, point);
        to[toAt] = upper(m, at, point) + upper1 + upper2 + bias;
        to[toAt + 1] = upper1 - upper2 - upper(m, at + 3 * point, point) + bias;
        float lower1 = lower(m, at + point, point);
        float lower2 = lower(m, at + 2 * point, point);
        to[toAt + length] = lower(m, at, point) + lower1 + lower2 + bias;
        to[toAt + length + 1] = lower1 - lower2 - lower(m, at + 3 * point, point) + bias;
    }

    private static float upper(float[] m, int at, int point) {
        return m[at] + m[at + 4 * point] + m[at + 8 * point];
    }

    private static float lower(float[] m, int at, int point) {
        return m[at + 4 * point] - m[at + 8 * point] - m[at + 12 * point];
    }
}
