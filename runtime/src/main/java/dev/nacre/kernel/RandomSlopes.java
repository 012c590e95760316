package dev.nacre.kernel;

/**
 * The slopes of one randomized leaky ReLU at one step (Xu et al., 2015): for each element a number uniform between two bounds,
 * a function of (seed, step, layer, element), computed where it is needed and stored nowhere. New ones are off: then all are
 * the mean of the bounds. Not safe for drawing in one thread while another one reads.
 */
public final class RandomSlopes {
    /** Separates the keys from those of masks, which have the same layers and steps. */
    private static final int DOMAIN = 0x52656C75;

    private final double lower;
    private final double upper;
    private final int layer;
    private boolean drawn;
    private long key;

    /**
     * @param lower the least slope
     * @param upper the largest slope
     * @param layer the number of the layer in its network
     * @throws IllegalArgumentException if lower is above upper, or one of them no finite number
     */
    public RandomSlopes(double lower, double upper, int layer) {
        if (!(lower <= upper) || Double.isInfinite(lower) || Double.isInfinite(upper)) {
            throw new IllegalArgumentException("slopes from " + lower + " to " + upper
                    + " are none: both bounds must be finite, and the lower one not above the upper one");
        }
        this.lower = lower;
        this.upper = upper;
        this.layer = layer;
    }

    /**
     * Switches to the slopes of a step. The same arguments give the same slopes, always.
     *
     * @param seed the seed of the network
     * @param step the number of the training step
     */
    public void draw(long seed, long step) {
        key = Threefry.block(Threefry.block(seed, step), Threefry.pair(layer, DOMAIN));
        drawn = true;
    }

    /** Switches chance off: every slope is the mean. */
    public void off() {
        drawn = false;
    }

    /**
     * @param element the element's place in its array, from 0
     * @return the slope of the element, from lower to upper
     */
    public float slope(long element) {
        if (!drawn) {
            return (float) ((lower + upper) / 2);
        }
        long word = Threefry.block(key, element) & 0xFFFFFFFFL;
        return (float) (lower + (upper - lower) * (word * 0x1p-32));
    }
}
