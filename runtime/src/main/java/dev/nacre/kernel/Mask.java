package dev.nacre.kernel;

/**
 * The mask of one dropout layer at one step: a function of (seed, step, layer, row, column), computed where it is needed
 * and stored nowhere.
 */
public final class Mask {
    /** Keeps everything and scales nothing. */
    public static final Mask NONE = new Mask(0, 0);

    private final double p;
    private final int layer;

    /**
     * @param p the probability of dropping, from 0 to 1
     * @param layer the number of the layer in its network
     */
    public Mask(double p, int layer) {
        this.p = p;
        this.layer = layer;
    }

    /** Switches to the mask of a step. */
    public void draw(long seed, long step) {
        throw new IllegalStateException("helper writes this");
    }

    /** Switches the mask off: everything passes unchanged. */
    public void off() {
        throw new IllegalStateException("helper writes this");
    }
}
