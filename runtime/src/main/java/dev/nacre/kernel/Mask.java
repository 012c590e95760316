package dev.nacre.kernel;

import java.util.Arrays;

/**
 * The mask of one dropout layer at one step: a function of (seed, step, layer, row, column), computed where it is
 * needed and stored nowhere. A new mask is off. Not safe for drawing in one thread while another one reads.
 *
 * <p>Inverted dropout: a kept value is multiplied by {@link #scale()} = 1 / (1 - p), a dropped one is replaced by +0,
 * whatever it was, NaN included (Hinton et al., 2012; Srivastava et al., 2014). An element is kept where its random
 * word, unsigned, is at least {@code round(p * 2^32)}.
 *
 * <p>The words come from {@link Threefry}. The key is the block of the layer under the block of the step under the
 * seed. A row of {@code width} columns owns 16 counters per 32 columns, started or not: column c takes counter {@code
 * (row * ceil(width / 32) + c / 32) * 16 + c % 16}, the first word where {@code c % 32 < 16}, else the second. So a
 * vector of any width up to 16 lanes computes neighbouring columns together and finds the same mask.
 */
public final class Mask implements Cloneable {
    /** Keeps everything and scales nothing. */
    public static final Mask NONE = new Mask(0, 0);

    /** Separates the keys of masks from the words that {@link Threefry#bits} gives to initialisers. */
    private static final int DOMAIN = 0x4D61736B;

    private final int layer;
    private double p;
    private long threshold;
    private float scale;
    private boolean drawn;
    private long key;
    private boolean[] forced;

    /**
     * @param p the probability of dropping, from 0 to 1
     * @param layer the number of the layer in its network
     * @throws IllegalArgumentException if p is not from 0 to 1
     */
    public Mask(double p, int layer) {
        this.layer = layer;
        set(p);
    }

    /**
     * @param p a probability of dropping
     * @return p
     * @throws IllegalArgumentException if p is not from 0 to 1
     */
    public static double requireProbability(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(
                    "the probability of dropping is " + p + ", but must be from 0 (keep all) to 1 (drop all)");
        }
        return p;
    }

    /**
     * Makes this the mask of another p, as if it had been made with it, and switches it off.
     *
     * @param p the probability of dropping, from 0 to 1
     * @throws IllegalArgumentException if p is not from 0 to 1
     * @throws IllegalStateException on {@link #NONE}, which all networks share
     */
    public void p(double p) {
        requireOwn();
        set(p);
        off();
    }

    private void set(double probability) {
        this.p = requireProbability(probability);
        this.threshold = Math.round(p * 0x1p32);
        this.scale = p == 1 ? 0f : (float) (1 / (1 - p));
    }

    /** @return another mask of the same layer, in the same state, to draw other steps with */
    public Mask copy() {
        try {
            return (Mask) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    private void requireOwn() {
        if (this == NONE) {
            throw new IllegalStateException("Mask.NONE is shared and cannot be changed; make a Mask of your own");
        }
    }

    /**
     * Switches to the mask of a step. The same arguments give the same mask, always.
     *
     * @param seed the seed of the network
     * @param step the number of the training step
     */
    public void draw(long seed, long step) {
        key = Threefry.block(Threefry.block(seed, step), Threefry.pair(layer, DOMAIN));
        forced = null;
        drawn = p > 0;
    }

    /** Switches the mask off: everything passes unchanged. */
    public void off() {
        forced = null;
        drawn = false;
    }

    /**
     * Switches to a mask made by hand, until the next {@link #draw} or {@link #off}. Kept values are still scaled.
     *
     * @param keep whether each element is kept, row-major; copied
     * @throws IllegalStateException on {@link #NONE}, which all networks share
     */
    public void force(boolean[] keep) {
        requireOwn();
        forced = keep.clone();
        drawn = false;
    }

    /** @return whether the mask changes anything: drawn with p above 0, or forced */
    public boolean active() {
        return drawn || forced != null;
    }

    /** @return the probability of dropping */
    public double p() {
        return p;
    }

    /**
     * @return what a kept value is multiplied by: 1 / (1 - p), rounded once; 1 while the mask is off; 0 where p is 1
     */
    public float scale() {
        return active() ? scale : 1f;
    }

    /**
     * Whether one element is kept.
     *
     * @param row the row, from 0
     * @param column the column, from 0 to width - 1
     * @param width the number of columns
     * @return true where the value passes, always true while the mask is off
     */
    public boolean keeps(int row, int column, int width) {
        if (forced != null) {
            return forced[row * width + column];
        }
        if (!drawn) {
            return true;
        }
        long counter = firstCounter(row, width) + (column >> 5 << 4) + (column & 15);
        long words = Threefry.block(key, counter);
        long word = (column & 16) == 0 ? words & 0xFFFFFFFFL : words >>> 32;
        return word >= threshold;
    }

    /**
     * The mask on one value.
     *
     * @param x the value
     * @param row the row, from 0
     * @param column the column, from 0 to width - 1
     * @param width the number of columns
     * @return x itself while the mask is off, x times the scale where it is kept, else +0
     */
    public float apply(float x, int row, int column, int width) {
        if (!active()) {
            return x;
        }
        return keeps(row, column, width) ? x * scale : 0f;
    }

    /** The mask on a whole array of [rows, width], with the choice in each row done by a provider. */
    void apply(float[] y, int firstRow, int rows, int width, Rows drawer) {
        if (!active()) {
            return;
        }
        if (forced != null) {
            applyForced(y, firstRow, rows, width);
        } else if (threshold == 1L << 32) {
            Arrays.fill(y, firstRow * width, (firstRow + rows) * width, 0f);
        } else {
            applyDrawn(y, firstRow, rows, width, drawer);
        }
    }

    /** Rows have neighbouring counters, so the words of several are made together. */
    private void applyDrawn(float[] y, int firstRow, int rows, int width, Rows drawer) {
        int counters = (width + 31) >> 5 << 4;
        int group = Math.max(1, MaskWords.GROUP / Math.max(1, counters));
        Scratch scratch = Scratch.get();
        int[] first = scratch.firstWords(group * counters);
        int[] second = scratch.secondWords(group * counters);
        for (int row = firstRow; row < firstRow + rows; row += group) {
            int some = Math.min(group, firstRow + rows - row);
            MaskWords.fill(first, second, some * counters, key, firstCounter(row, width));
            for (int i = 0; i < some; i++) {
                drawer.select(y, (row + i) * width, width, first, second, i * counters, (int) threshold, scale);
            }
        }
    }

    private void applyForced(float[] y, int firstRow, int rows, int width) {
        int end = (firstRow + rows) * width;
        if (forced.length < end) {
            throw new IllegalStateException("the forced mask has " + forced.length + " elements, but " + end
                    + " are needed (" + (firstRow + rows) + " rows of " + width + ")");
        }
        for (int i = firstRow * width; i < end; i++) {
            y[i] = forced[i] ? y[i] * scale : 0f;
        }
    }

    private static long firstCounter(int row, int width) {
        return (long) row * ((width + 31) >> 5) << 4;
    }

    /** How a provider masks one row. */
    interface Rows {
        /**
         * @param y the array that holds the row
         * @param offset where the row starts
         * @param width the number of columns
         * @param first the first words of the counters, for columns 0 to 15 of every 32
         * @param second the second words, for columns 16 to 31 of every 32
         * @param at the place of the row's first counter in both
         * @param threshold the least word that is kept, unsigned
         * @param scale what kept values are multiplied by
         */
        void select(float[] y, int offset, int width, int[] first, int[] second, int at, int threshold, float scale);
    }
}
