package dev.nacre.verification.dropout;

import dev.nacre.kernel.Activation;
import dev.nacre.kernel.Kernels;
import dev.nacre.kernel.Mask;
import java.util.OptionalLong;

/** The runtime's masks, selected by its kernels. */
final class KernelCandidate implements Candidate {
    private static final Reference WORDS = new Reference();

    private final Kernels kernels = Kernels.get();
    private final int effort;

    KernelCandidate(int effort) {
        this.effort = effort;
    }

    @Override
    public String name() {
        return "kernels";
    }

    @Override
    public double[] rates() {
        return RATES.clone();
    }

    /** 1 to 65, and a large one. */
    @Override
    public int[] widths() {
        int[] widths = new int[66];
        for (int i = 0; i < 65; i++) {
            widths[i] = i + 1;
        }
        widths[65] = 256;
        return widths;
    }

    @Override
    public int layers(double p) {
        return 4;
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

    static Mask drawn(Draw draw) {
        Mask mask = new Mask(draw.p(), draw.layer());
        mask.draw(draw.seed(), draw.step());
        return mask;
    }

    @Override
    public float[] forward(Draw draw, float[] x, int rows, int width) {
        float[] y = new float[x.length];
        kernels.activate(x, y, rows, width, Activation.IDENTITY, drawn(draw));
        return y;
    }

    @Override
    public float[] gradient(Draw draw, float[] x, float[] dy, int rows, int width) {
        float[] y = forward(draw, x, rows, width);
        float[] dx = new float[x.length];
        kernels.activateGradient(y, dy, dx, rows, width, Activation.IDENTITY, drawn(draw));
        return dx;
    }

    @Override
    public float[] evaluate(Draw draw, float[] x, int rows, int width) {
        Mask mask = drawn(draw);
        mask.off();
        float[] y = new float[x.length];
        kernels.activate(x, y, rows, width, Activation.IDENTITY, mask);
        return y;
    }

    @Override
    public OptionalLong word(Draw draw, int row, int column, int width) {
        return WORDS.word(draw, row, column, width);
    }
}
