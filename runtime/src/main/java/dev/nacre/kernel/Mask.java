package dev.nacre.kernel;

import java.util.Arrays;

/**
 * The mask of one dropout layer at one step: a function of (seed, step, layer, row, column), computed where it is
 * needed and stored nowhere. A new mask is off. Not safe for drawing in one thread while another one reads.
 *
 * <p>Inverted dropout: a kept value is multiplied by {@link #scale()} = 1 / (1 - p), a dropped one is replaced by +0,
 * whatever it was, NaN included (Hinton et al., 2012; Srivastava et al., 2014). A mask that is
 * {@linkplain #scaledAtEvaluation() scaled at evaluation} leaves kept values as they are, and multiplies all by 1 - p while it is off.
 *
 * <p>An element is kept where its random word, unsigned, is at least {@code round(p * 2^32)}. The words come from
 * {@link Threefry}. The key is the block of the layer under the block of the step under the seed. A row of {@code width}
 * columns owns 16 counters per 32 columns, started or not: column c takes counter {@code
 * (row * ceil(width / 32) + c / 32) * 16 + c % 16}, the first word where {@code c % 32 < 16}, else the second. So a
 * vector of any width up to 16 lanes computes neighbouring columns together and finds the same mask. Rows and columns are
 * those of the {@link MaskShape}: samples, and the elements of the noise shape.
 *
 * <p>{@linkplain MaskShape#blocks Blocks} (DropBlock; Ghiasi, Lin and Le, 2018): of channels x height x width, every square of side b
 * that lies inside a channel is dropped where its word is below {@code round(gamma * 2^32)} with {@code gamma = p / b^2 *
 * height * width / ((height - b + 1) (width - b + 1))}, at most 1, and 1 where p is 1. What is left of a sample is multiplied by
 * its number of elements over the number of those that are left, rounded once.
 */
public final class Mask implements Chance, Cloneable {
    /** Keeps everything and scales nothing. */
    public static final Mask NONE = new Mask(0, 0);

    /** Separates the keys of masks from the words that {@link Threefry#bits} gives to initialisers. */
    private static final int DOMAIN = 0x4D61736B;

    private static final long ALL = 1L << 32;

    private final int layer;
    private final MaskShape shape;
    private final boolean atEvaluation;
    private double p;

    /** The least word that is kept. */
    private long threshold;

    private float scale;

    /** What every value is multiplied by while the mask is off. */
    private float evaluation;

    /** Whether the mask was switched on, even with a p of 0. */
    private boolean isTraining;

    private boolean drawn;
    private long key;
    private boolean[] forced;

    /**
     * A mask with a decision for every element, whose samples are the rows that it is used on.
     *
     * @param p the probability of dropping, from 0 to 1
     * @param layer the number of the layer in its network
     * @throws IllegalArgumentException if p is not from 0 to 1
     */
    public Mask(double p, int layer) {
        this(p, layer, null, false);
    }

    /**
     * @param p the probability of dropping, from 0 to 1
     * @param layer the number of the layer in its network
     * @param shape of the samples, and what they share; it may be used on rows that are parts of samples
     * @throws IllegalArgumentException if p is not from 0 to 1
     */
    public Mask(double p, int layer, MaskShape shape) {
        this(p, layer, shape, false);
    }

    private Mask(double p, int layer, MaskShape shape, boolean atEvaluation) {
        this.layer = layer;
        this.shape = shape;
        this.atEvaluation = atEvaluation;
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

    /** @throws IllegalStateException on {@link #NONE}, which all networks share */
    @Override
    public void p(double p) {
        requireOwn();
        set(p);
        off();
    }

    @Override
    public double require(double probability) {
        return requireProbability(probability);
    }

    private void set(double probability) {
        p = requireProbability(probability);
        threshold = Math.round((shape == null || shape.block() == 0 ? p : gamma(p, shape)) * 0x1p32);
        scale = atEvaluation ? 1f : p == 1 ? 0f : (float) (1 / (1 - p));
        evaluation = atEvaluation ? (float) (1 - p) : 1f;
    }

    @Override
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

    private static double gamma(double p, MaskShape shape) {
        double block = shape.block();
        double all = (double) shape.size(1) * shape.size(2);
        return p == 1 ? 1 : Math.min(1, p / (block * block) * (all / ((double) shape.seeds(1) * shape.seeds(2))));
    }

    /**
     * The same mask in the classic form (Srivastava et al., 2014): kept values stay as they are, and while the mask is off every value
     * is multiplied by 1 - p, the weight scaling inference rule.
     *
     * @return a new mask, which is off
     */
    public Mask scaledAtEvaluation() {
        return new Mask(p, layer, shape, true);
    }

    @Override
    public void draw(long seed, long step) {
        key = Threefry.block(Threefry.block(seed, step), Threefry.pair(layer, DOMAIN));
        forced = null;
        drawn = p > 0;
        isTraining = true;
    }

    /** Everything passes unchanged, or multiplied by 1 - p where that is done at evaluation. */
    @Override
    public void off() {
        forced = null;
        drawn = false;
        isTraining = false;
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
        isTraining = true;
    }

    @Override
    public void force(float[] given) {
        force(kept(given));
    }

    static boolean[] kept(float[] given) {
        boolean[] keep = new boolean[given.length];
        for (int i = 0; i < keep.length; i++) {
            keep[i] = given[i] != 0;
        }
        return keep;
    }

    @Override
    public void read(float[] to, int columns) {
        for (int i = 0; i < to.length; i++) {
            to[i] = keeps(i / columns, i % columns, columns) ? 1f : 0f;
        }
    }

    /** @return whether the mask drops anything: drawn with p above 0, or forced */
    public boolean active() {
        return drawn || forced != null;
    }

    /** Whether values do not simply pass. */
    boolean changes() {
        return active() || evaluates();
    }

    /** Whether the mask is off, and scales. */
    private boolean evaluates() {
        return evaluation != 1f && !isTraining;
    }

    @Override
    public double p() {
        return p;
    }

    /** @return the shape of the samples and what they share; null for a mask that takes rows for samples */
    public MaskShape shape() {
        return shape;
    }

    /**
     * @return what a kept value is multiplied by: 1 / (1 - p), rounded once, and 0 where p is 1; 1 while the mask is off. Of
     *     one that is scaled at evaluation, 1, and 1 - p while it is off. Not for blocks, which have one for each sample
     */
    public float scale() {
        return active() ? scale : evaluates() ? evaluation : 1f;
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
        if (shape == null) {
            return MaskRows.keeps(key, threshold, row, column, width);
        }
        long element = (long) row * width + column;
        long sample = shape.row(element / shape.elements());
        int inSample = (int) (element % shape.elements());
        return shape.block() > 0
                ? MaskRows.keepsInBlocks(key, threshold, sample, inSample, shape)
                : MaskRows.keeps(key, threshold, sample, shape.column(inSample), shape.columns());
    }

    /**
     * The mask on one value; not for blocks.
     *
     * @param x the value
     * @param row the row, from 0
     * @param column the column, from 0 to width - 1
     * @param width the number of columns
     * @return x itself while the mask is off, x times the scale where it is kept, else +0
     */
    public float apply(float x, int row, int column, int width) {
        if (!active()) {
            return evaluates() ? evaluated(x) : x;
        }
        return keeps(row, column, width) ? x * scale : 0f;
    }

    /** The mask on a whole array of [rows, width], with the choice in each row done by a provider. */
    void apply(float[] y, int firstRow, int rows, int width, Rows drawer) {
        if (!active()) {
            if (evaluates()) {
                Dropouts.scale(y, y, firstRow * width, rows * width, evaluation);
            }
        } else if (dropsAll()) {
            Arrays.fill(y, firstRow * width, (firstRow + rows) * width, 0f);
        } else {
            MaskSelection.apply(this, y, firstRow, rows, width, drawer);
        }
    }

    /** The key of the words of this step. */
    long key() {
        return key;
    }

    /** The least word that is kept, from 0 to 2^32. */
    long threshold() {
        return threshold;
    }

    /** What was made by hand, or null; not to be changed. */
    boolean[] forced() {
        return forced;
    }

    /** Whether what is kept of a sample is multiplied by a factor of its own. */
    boolean scalesSamples() {
        return shape != null && shape.block() > 0 && !atEvaluation;
    }

    /** Whether nothing is kept, without a look at any word. */
    boolean dropsAll() {
        return drawn && threshold == ALL;
    }

    private float evaluated(float x) {
        return evaluation == 0 ? 0f : x * evaluation;
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

        /**
         * @param y the array that holds the values
         * @param offset where they start
         * @param count how many they are
         * @param keep all bits set for each value that is kept, none for the others
         * @param at the place of the first value's there
         * @param scale what kept values are multiplied by
         */
        void keep(float[] y, int offset, int count, int[] keep, int at, float scale);
    }
}
