package dev.nacre.verification.dropout;

import dev.nacre.kernel.Threefry;
import java.util.OptionalLong;

/** DropConnect with a mask for each sample, written once more from the documentation alone, a row for each unit. */
class ConnectionReference extends Faults.Faulty implements Connected {
    /** "Conn" in ASCII. */
    private static final long CONNECTIONS = 0x436F6E6EL << 32;

    /** "Mask" in ASCII. */
    private static final long MASKS = 0x4D61736BL << 32;

    private final int in;
    private final int out;

    ConnectionReference(int in, int out) {
        super(1 << 16, 0.3, 0.5);
        this.in = in;
        this.out = out;
    }

    @Override
    public int[] widths() {
        return new int[] {in};
    }

    @Override
    public int units() {
        return out;
    }

    @Override
    public int maskLayer(Draw draw) {
        return draw.layer();
    }

    @Override
    public OptionalLong word(Draw draw, int row, int column, int width) {
        return OptionalLong.empty();
    }

    int sample(int row) {
        return row / out;
    }

    int weight(int row, int column) {
        return row % out * in + column;
    }

    @Override
    public boolean[] mask(Draw draw, int rows, int width) {
        long key = Threefry.block(Threefry.block(draw.seed(), draw.step()), draw.layer() | CONNECTIONS);
        boolean[] keep = new boolean[rows * width];
        long ofSample = 0;
        for (int row = 0; row < rows; row++) {
            ofSample = Threefry.block(Threefry.block(key, sample(row)), draw.layer() | MASKS);
            for (int column = 0; column < width; column++) {
                keep[row * width + column] = word(ofSample, 0, weight(row, column), in * out) >= threshold(draw.p());
            }
        }
        return keep;
    }

    @Override
    public float[] throughInputGradient(Draw draw, float[] x, int rows) {
        return forward(draw, x, rows, in);
    }
}
