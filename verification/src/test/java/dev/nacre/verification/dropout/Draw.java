package dev.nacre.verification.dropout;

/**
 * All that a mask may depend on besides its shape.
 *
 * @param p the probability of dropping
 * @param seed of the network
 * @param step of the training
 * @param layer the number of the layer, from 0
 */
record Draw(double p, long seed, long step, int layer) {
    static Draw of(double p, long seed) {
        return new Draw(p, seed, 1, 0);
    }

    double q() {
        return 1 - p;
    }

    double variance() {
        return p * (1 - p);
    }

    /** What kept values are multiplied by: one rounded float. */
    float scale() {
        return p == 1 ? 0f : (float) (1 / (1 - p));
    }

    Draw p(double other) {
        return new Draw(other, seed, step, layer);
    }

    Draw seed(long other) {
        return new Draw(p, other, step, layer);
    }

    Draw step(long other) {
        return new Draw(p, seed, other, layer);
    }

    Draw layer(int other) {
        return new Draw(p, seed, step, other);
    }
}
