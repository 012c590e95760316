package dev.nacre.verification.dropout;

import dev.nacre.kernel.Threefry;
import java.util.OptionalLong;

/** Dropout written once more, from the documentation alone: slow, simple, and what the faults are built into. */
class Reference implements Candidate {
    /** "Mask" in ASCII: the domain of masks' keys. */
    private static final long DOMAIN = 0x4D61736BL << 32;

    private final int effort;

    Reference() {
        this(1 << 17);
    }

    Reference(int effort) {
        this.effort = effort;
    }

    @Override
    public String name() {
        return "reference";
    }

    @Override
    public double[] rates() {
        return new double[] {0.1, 0.5, 0.9};
    }

    @Override
    public int[] widths() {
        return new int[] {1, 10, 15, 33, 65, 128};
    }

    @Override
    public int layers(double p) {
        return 3;
    }

    @Override
    public int effort() {
        return effort;
    }

    @Override
    public boolean anyValue() {
        return true;
    }

    @Override
    public boolean extremes() {
        return true;
    }

    long key(Draw draw) {
        return Threefry.block(Threefry.block(draw.seed(), draw.step()), draw.layer() | DOMAIN);
    }

    /** The random word of an element: 32 columns share 16 counters of two words. */
    long word(long key, int row, int column, int width) {
        long counter = (row * (long) ((width + 31) / 32) + column / 32) * 16 + column % 16;
        long words = Threefry.block(key, counter);
        return column % 32 < 16 ? words & 0xFFFFFFFFL : words >>> 32;
    }

    @Override
    public OptionalLong word(Draw draw, int row, int column, int width) {
        return OptionalLong.of(word(key(draw), row, column, width));
    }

    long threshold(double p) {
        return Math.round(p * 0x1p32);
    }

    float scale(Draw draw) {
        return draw.scale();
    }

    boolean keeps(Draw draw, long key, int row, int column, int width) {
        return word(key, row, column, width) >= threshold(draw.p());
    }

    /** The mask that forward uses. */
    @Override
    public boolean[] mask(Draw draw, int rows, int width) {
        long key = key(draw);
        boolean[] keep = new boolean[rows * width];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < width; column++) {
                keep[row * width + column] = keeps(draw, key, row, column, width);
            }
        }
        return keep;
    }

    @Override
    public float[] forward(Draw draw, float[] x, int rows, int width) {
        return select(mask(draw, rows, width), x, scale(draw));
    }

    @Override
    public float[] gradient(Draw draw, float[] x, float[] dy, int rows, int width) {
        return select(mask(draw, rows, width), dy, scale(draw));
    }

    @Override
    public float[] evaluate(Draw draw, float[] x, int rows, int width) {
        return x.clone();
    }

    static float[] select(boolean[] keep, float[] x, float scale) {
        float[] y = new float[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = keep[i] ? x[i] * scale : 0f;
        }
        return y;
    }
}
