package dev.nacre.kernel;

import java.util.Arrays;

/**
 * The normal random numbers of one layer at one step: for each element one from N(mean, deviation^2), a function of (seed, step,
 * layer, element), computed where it is needed and stored nowhere. New noise is off: elements then pass as they are. Not safe for
 * drawing in one thread while another one reads.
 *
 * <p>The numbers are made as Box and Muller (1958) do, of one block of {@link Threefry} for the elements 2k and 2k + 1, of
 * operations with the same result on every machine; they reach 6.7 deviations to both sides.
 */
public final class RandomNoise implements Chance {
    /** As many numbers as are worth making at once: they stay in the first cache. Even, for they come in pairs. */
    static final int GROUP = 1024;

    /** Separates the keys from those of masks and slopes, which have the same layers and steps. */
    private static final int DOMAIN = 0x47617573;

    private final double mean;
    private final boolean hasP;
    private final int layer;
    private double p;
    private double deviation;
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
        this(mean, false, deviation, layer);
    }

    private RandomNoise(double mean, boolean hasP, double p, int layer) {
        if (!Double.isFinite(mean)) {
            throw new IllegalArgumentException("the mean of noise is " + mean + ": it must be finite");
        }
        this.mean = mean;
        this.hasP = hasP;
        this.layer = layer;
        set(p);
    }

    /**
     * Factors of mean 1 and variance {@code p / (1 - p)}, the moments of a mask's.
     *
     * @param p 0 or more and below 1
     * @param layer the number of the layer in its network
     * @return new noise
     * @throws IllegalArgumentException if p is out of range
     */
    public static RandomNoise factors(double p, int layer) {
        return new RandomNoise(1, true, p, layer);
    }

    /** @return the p of {@link #factors}, else the standard deviation */
    @Override
    public double p() {
        return p;
    }

    @Override
    public void p(double next) {
        set(next);
        off();
    }

    private void set(double next) {
        p = require(next);
        deviation = hasP ? Math.sqrt(p / (1 - p)) : p;
    }

    @Override
    public double require(double next) {
        if (!(next >= 0 && next < (hasP ? 1 : Double.POSITIVE_INFINITY))) {
            throw new IllegalArgumentException(
                    hasP
                            ? "the p of Gaussian dropout is " + next
                                    + ", but must be 0 or more and below 1, for the variance of the noise is p / (1 - p)"
                            : "the standard deviation of noise is " + next + ", but must be finite and 0 or more");
        }
        return next;
    }

    @Override
    public RandomNoise copy() {
        return new RandomNoise(mean, hasP, p, layer);
    }

    @Override
    public void draw(long seed, long step) {
        key = Threefry.block(Threefry.block(seed, step), Threefry.pair(layer, DOMAIN));
        forced = null;
        drawn = deviation > 0;
    }

    /** Everything passes unchanged. */
    @Override
    public void off() {
        forced = null;
        drawn = false;
    }

    /** @param noise the number for each element, as it is multiplied or added, row-major; copied */
    @Override
    public void force(float[] noise) {
        forced = noise.clone();
        drawn = false;
    }

    @Override
    public void read(float[] to, int columns) {
        if (active()) {
            fill(to, 0, to.length);
        } else {
            Arrays.fill(to, (float) mean);
        }
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
