package dev.nacre.verification.dropout;

import static dev.nacre.verification.dropout.Statistics.differences;

import java.util.Arrays;
import java.util.Random;

/** D8 to D12: what becomes of values and gradients, bit for bit where that can be. */
final class ValueChecks {
    private static final float[] ODD = {
        -0f, 0f, Float.MIN_VALUE, Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, Float.MAX_VALUE, -7f
    };

    private final Candidate candidate;
    private final Sizes sizes;
    private final Findings findings;
    private final Random random;

    ValueChecks(Candidate candidate, Sizes sizes, Findings findings) {
        this.candidate = candidate;
        this.sizes = sizes;
        this.findings = findings;
        this.random = new Random(sizes.seed());
    }

    void run() {
        for (double p : candidate.rates()) {
            Draw draw = Draw.of(p, sizes.seed() + 13);
            expectation(draw);
            gradient(draw);
            evaluation(draw);
            if (candidate.anyValue()) {
                notANumber(draw);
            }
        }
        if (candidate.extremes()) {
            extremes(Draw.of(0, sizes.seed()));
        }
    }

    private float[] values(int n) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = 0.5f + random.nextFloat();
            if (candidate.anyValue() && random.nextBoolean()) {
                x[i] = -x[i];
            }
        }
        return x;
    }

    private void expectation(Draw draw) {
        int width = candidate.width();
        int rows = Math.min(1 << 15, sizes.rows(width) * 4);
        float[] sample = values(width);
        float[] x = new float[rows * width];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(sample, 0, x, row * width, width);
        }
        float[] y = candidate.forward(draw, x, rows, width);
        float gain = gain(draw);
        double[] sums = new double[width];
        long wrong = 0;
        for (int i = 0; i < y.length; i++) {
            sums[i % width] += y[i];
            boolean exact = Float.floatToRawIntBits(y[i]) == Float.floatToRawIntBits(x[i] * gain);
            wrong += exact || Float.floatToRawIntBits(y[i]) == 0 ? 0 : 1;
        }
        findings.exact("D8", "kept values are x times " + gain + ", p = " + draw.p(), wrong);
        for (int unit = 0; unit < width; unit++) {
            // As many kept as make this sum, if each is as large as it should be.
            double kept = sums[unit] / (sample[unit] * candidate.gain(draw));
            findings.sigma("D8", "mean of unit " + unit + ", p = " + draw.p(), Statistics.rate(kept, rows, draw.q()));
        }
    }

    private float gain(Draw draw) {
        return draw.p() == 1 ? 0f : (float) candidate.gain(draw);
    }

    private void gradient(Draw draw) {
        int width = candidate.width();
        int rows = 16;
        float[] x = values(rows * width);
        float[] dy = new float[x.length];
        for (int i = 0; i < dy.length; i++) {
            dy[i] = (float) random.nextGaussian();
        }
        boolean[] keep = candidate.mask(draw, rows, width);
        float[] dx = candidate.gradient(draw, x, dy, rows, width);
        float[] y = candidate.forward(draw, x, rows, width);
        long wrong = 0;
        for (int i = 0; i < dx.length; i++) {
            float expected = keep[i] ? dy[i] * gain(draw) : 0f;
            // A sum of gradients may turn -0 into +0, so the sign of zero is left out.
            wrong += dx[i] == expected && (y[i] != 0f) == keep[i] ? 0 : 1;
        }
        findings.exact("D9", "p = " + draw.p(), wrong);
    }

    private void extremes(Draw none) {
        int width = candidate.width();
        int rows = 8;
        float[] x = values(rows * width);
        float[] dy = values(rows * width);
        findings.exact("D10", "p = 0 forward", differences(x, candidate.forward(none, x, rows, width)));
        findings.exact("D10", "p = 0 gradient", differences(dy, candidate.gradient(none, x, dy, rows, width)));
        Draw all = none.p(1);
        if (candidate.anyValue()) {
            place(x);
        }
        float[] zeros = new float[x.length];
        findings.exact("D10", "p = 1 forward", differences(zeros, candidate.forward(all, x, rows, width)));
        findings.exact("D10", "p = 1 gradient", differences(zeros, candidate.gradient(all, x, dy, rows, width)));
    }

    /** Puts values that arithmetic might change among others. */
    static void place(float[] x) {
        for (int i = 0; i < x.length; i += 3) {
            x[i] = ODD[i / 3 % ODD.length];
        }
    }

    private void evaluation(Draw draw) {
        int width = candidate.width();
        int rows = 8;
        float[] x = values(rows * width);
        if (candidate.anyValue()) {
            place(x);
            // Not a number has a payload, which is kept too.
            x[1] = Float.intBitsToFloat(0x7FC12345);
        }
        boolean[] before = candidate.mask(draw, rows, width);
        float[] y = candidate.evaluate(draw, x, rows, width);
        if (candidate.evaluationGain(draw) != 1) {
            // Not a number has no sign or payload that arithmetic must keep.
            y = times(y, 1);
            x = times(x, (float) candidate.evaluationGain(draw));
        }
        findings.exact("D11", "p = " + draw.p(), differences(x, y));
        boolean[] after = candidate.mask(draw, rows, width);
        findings.exact("D11", "masks after it, p = " + draw.p(), differences(before, after));
    }

    private static float[] times(float[] x, float factor) {
        float[] y = new float[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = Float.isNaN(x[i]) ? Float.NaN : x[i] * factor;
        }
        return y;
    }

    private void notANumber(Draw draw) {
        int width = candidate.width();
        int rows = 8;
        float[] x = new float[rows * width];
        Arrays.fill(x, Float.NaN);
        boolean[] keep = candidate.mask(draw, rows, width);
        float[] y = candidate.forward(draw, x, rows, width);
        float[] dx = candidate.gradient(draw, x.clone(), x, rows, width);
        long wrong = 0;
        for (int i = 0; i < y.length; i++) {
            boolean passes = Float.isNaN(y[i]) && Float.isNaN(dx[i]);
            boolean gone = Float.floatToRawIntBits(y[i]) == 0 && Float.floatToRawIntBits(dx[i]) == 0;
            wrong += (keep[i] ? passes : gone) ? 0 : 1;
        }
        findings.exact("D12", "p = " + draw.p(), wrong);
    }
}
