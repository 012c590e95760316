package dev.nacre.verification.dropout;

import java.util.OptionalLong;

/** DropBlock written once more, from the documentation alone. */
class BlockReference extends Faults.Faulty {
    final Blocks blocks;

    BlockReference(Blocks blocks) {
        super(1 << 16, 0.1, 0.3);
        this.blocks = blocks;
    }

    @Override
    public int[] widths() {
        return new int[] {blocks.elements()};
    }

    @Override
    public OptionalLong word(Draw draw, int row, int column, int width) {
        return OptionalLong.empty();
    }

    double gamma(double p) {
        return blocks.gamma(p);
    }

    @Override
    public boolean[] mask(Draw draw, int rows, int width) {
        long key = key(draw);
        boolean[] keep = new boolean[rows * width];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(sample(draw, key, row), 0, keep, row * width, width);
        }
        return keep;
    }

    boolean[] sample(Draw draw, long key, int row) {
        boolean[] dropped = new boolean[blocks.squares()];
        for (int square = 0; square < dropped.length; square++) {
            dropped[square] = word(key, row, square, dropped.length) < Math.round(gamma(draw.p()) * 0x1p32);
        }
        return blocks.kept(dropped);
    }

    /** What kept values of a sample are multiplied by. */
    float scale(Draw draw, boolean[] keep, int row, int width) {
        int kept = Statistics.count(keep, row * width, (row + 1) * width);
        return kept == 0 ? 0f : (float) width / kept;
    }

    private float[] scaled(Draw draw, float[] x, int rows, int width) {
        boolean[] keep = mask(draw, rows, width);
        float[] y = new float[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = keep[i] ? x[i] * scale(draw, keep, i / width, width) : 0f;
        }
        return y;
    }

    @Override
    public float[] forward(Draw draw, float[] x, int rows, int width) {
        return scaled(draw, x, rows, width);
    }

    @Override
    public float[] gradient(Draw draw, float[] x, float[] dy, int rows, int width) {
        return scaled(draw, dy, rows, width);
    }
}
