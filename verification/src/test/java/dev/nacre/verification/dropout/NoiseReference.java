package dev.nacre.verification.dropout;

import dev.nacre.kernel.Threefry;
import java.util.OptionalLong;

/** Gaussian noise written once more, by Box and Muller with the mathematics of the platform: simple, and what the faults are built into. */
class NoiseReference extends Faults.Faulty {
    private final boolean multiplies;

    NoiseReference(boolean multiplies) {
        super(1 << 16, 0.3);
        this.multiplies = multiplies;
    }

    @Override
    public int[] widths() {
        return new int[] {33};
    }

    @Override
    public OptionalLong word(Draw draw, int row, int column, int width) {
        return OptionalLong.empty();
    }

    double deviation(Draw draw) {
        return multiplies ? Math.sqrt(draw.p() / draw.q()) : draw.p();
    }

    /** A number of N(0, 1) for an element. */
    double normal(long key, int element) {
        long words = Threefry.block(key, element / 2);
        double radius = Math.sqrt(-2 * Math.log(((words & 0xFFFFFFFFL) + 0.5) * 0x1p-32));
        double angle = (words >>> 32) * 0x1p-31 * Math.PI;
        return radius * (element % 2 == 0 ? Math.cos(angle) : Math.sin(angle));
    }

    float[] noise(Draw draw, int rows, int width) {
        long key = key(draw);
        float[] noise = new float[rows * width];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = draw.p() == 0
                    ? multiplies ? 1f : 0f
                    : (float) ((multiplies ? 1 : 0) + deviation(draw) * normal(key, i));
        }
        return noise;
    }

    @Override
    public float[] forward(Draw draw, float[] x, int rows, int width) {
        float[] y = noise(draw, rows, width);
        for (int i = 0; i < y.length; i++) {
            y[i] = draw.p() == 0 ? x[i] : multiplies ? x[i] * y[i] : x[i] + y[i];
        }
        return y;
    }

    @Override
    public float[] gradient(Draw draw, float[] x, float[] dy, int rows, int width) {
        return multiplies ? forward(draw, dy, rows, width) : dy.clone();
    }
}
