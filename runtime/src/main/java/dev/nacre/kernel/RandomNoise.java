package dev.nacre.kernel;

/**
 * The normal random numbers of one layer at one step: for each element one from N(mean, deviation^2), a function of (seed, step,
 * layer, element), computed where it is needed and stored nowhere. New noise is off: elements then pass as they are. Not safe for
 * drawing in one thread while another one reads.
 *
 * <p>The numbers are made as Box and Muller (1958) do, of one block of {@link Threefry} for the elements 2k and 2k + 1, of
 * operations with the same result on every machine; they reach 6.7 deviations to both sides.
 */
public final class RandomNoise {
    /** As many numbers as are worth making at once: they stay in the first cache. Even, for they come in pairs. */
    static final int GROUP = 1024;

    /** Separates the keys from those of masks and slopes, which have the same layers and steps. */
    private static final int DOMAIN = 0x47617573;

    private final double mean;
    private final double deviation;
    private final int layer;
    private boolean drawn;
    private long key;
    private float[] forced;

    /**
     * @param mean the mean of the numbers: 1 for factors, 0 for summands
     * @param deviation their standard deviation; with 0 nothing is ever changed
     * @param layer the number of the layer in its network
     * @throws IllegalArgumentException if the mean is not finite, or the deviation negative or not finite
     */
    public RandomNoise(double mean, double deviation, int layer) {
        if (!Double.isFinite(mean) || !(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("noise of mean " + mean + " and standard deviation " + deviation
                    + " is none: the mean must be finite, the deviation finite and 0 or more");
        }
        this.mean = mean;
        this.deviation = deviation;
        this.layer = layer;
    }

    /**
     * Switches to the numbers of a step. The same arguments give the same numbers, always.
     *
     * @param seed the seed of the network
     * @param step the number of the training step
     */
    public void draw(long seed, long step) {
        key = Threefry.block(Threefry.block(seed, step), Threefry.pair(layer, DOMAIN));
        forced = null;
        drawn = deviation > 0;
    }

    /** Switches the noise off: everything passes unchanged. */
    public void off() {
        forced = null;
        drawn = false;
    }

    /**
     * Switches to numbers made by hand, until the next {@link #draw} or {@link #off}.
     *
     * @param noise the number for each element, as it is multiplied or added, row-major; copied
     */
    public void force(float[] noise) {
        forced = noise.clone();
        drawn = false;
    }

    /** @return whether the noise changes anything: drawn with a deviation above 0, or forced */
    public boolean active() {
        return drawn || forced != null;
    }

    /** @return the mean of the numbers */
    public double mean() {
        return mean;
    }

    /** @return their standard deviation */
    public double deviation() {
        return deviation;
    }

    /**
     * Copies the numbers of neighbouring elements.
     *
     * @param to receives them, from 0 on
     * @param first the first element's place in its array, an even number
     * @param count how many
     * @throws IllegalArgumentException if first is odd or negative
     * @throws IllegalStateException if the noise is off, or forced with fewer numbers
     */
    public void fill(float[] to, int first, int count) {
        if (first < 0 || (first & 1) != 0) {
            throw new IllegalArgumentException(
                    "numbers come in pairs, so the first element must be 0 or another even number; it is " + first);
        }
        if (forced != null) {
            if (forced.length < (long) first + count) {
                throw new IllegalStateException("the forced noise has " + forced.length + " numbers, but "
                        + ((long) first + count) + " are needed");
            }
            System.arraycopy(forced, first, to, 0, count);
        } else if (drawn) {
            Normals.fill(to, count, key, first >> 1, mean, deviation);
        } else {
            throw new IllegalStateException("this noise is off and has no numbers: draw it first");
        }
    }
}
