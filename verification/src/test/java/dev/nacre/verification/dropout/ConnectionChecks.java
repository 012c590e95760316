package dev.nacre.verification.dropout;

import java.util.Random;

/**
 * The battery on weights that are dropped: D1 to D11, D16 and D17 of the weights, in rows of one unit each, which says too that units and samples
 * have masks of their own; and D9 once more, for the gradient of the input goes through the masked weights, too. A weight that is not a
 * number is none, so D12 has nothing to say.
 */
final class ConnectionChecks {
    private ConnectionChecks() {}

    static Findings run(Connected candidate, long seed) {
        Findings findings = Battery.run(candidate, seed);
        int width = candidate.width();
        int rows = 4 * candidate.units() - 1;
        Random random = new Random(seed);
        float[] w = new float[rows * width];
        for (int i = 0; i < w.length; i++) {
            w[i] = 0.5f + random.nextFloat();
        }
        for (double p : candidate.rates()) {
            Draw draw = Draw.of(p, seed + 19);
            findings.exact(
                    "D9",
                    "gradient of the input, p = " + p,
                    Statistics.differences(
                            candidate.forward(draw, w, rows, width), candidate.throughInputGradient(draw, w, rows)));
        }
        return findings;
    }
}
