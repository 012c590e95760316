package dev.nacre.kernel;

/**
 * Which weights of one layer take part at one step (DropConnect; Wan et al., 2013): a mask on the weights, a function of (seed, step,
 * layer, weight) or of (seed, step, layer, sample, weight), with the weights and the gradients under it. New connections are off: all
 * weights take part, unscaled. Belongs to one network, so to one thread at a time.
 */
public final class Connections {
    /** Separates the keys from those of masks, slopes and noise, which have the same layers and steps. */
    private static final int DOMAIN = 0x436F6E6E;

    private static final float[] NONE = {};

    private final Mask mask;
    private final int layer;
    private long key;
    private boolean active;
    private boolean[] forced;
    private float[] weights = NONE;
    private float[] masked = NONE;
    private float[] gradients = NONE;
    private float[] input = NONE;
    private float[] output = NONE;

    /**
     * @param p the probability of dropping a weight, from 0 to 1
     * @param layer the number of the layer in its network
     * @throws IllegalArgumentException if p is not from 0 to 1
     */
    public Connections(double p, int layer) {
        this.mask = new Mask(p, layer);
        this.layer = layer;
    }

    /**
     * Switches to the masks of a step. The same arguments give the same masks, always.
     *
     * @param seed the seed of the network
     * @param step the number of the training step
     */
    public void draw(long seed, long step) {
        key = Threefry.block(Threefry.block(seed, step), Threefry.pair(layer, DOMAIN));
        forced = null;
        active = mask.p() > 0;
    }

    /** Switches the masks off: all weights take part, unscaled. */
    public void off() {
        forced = null;
        active = false;
    }

    /**
     * Switches to a mask made by hand, until the next {@link #draw} or {@link #off}. Kept weights are still divided by 1 - p.
     *
     * @param keep whether each weight takes part, row-major; of masks per sample one after the other; copied
     */
    public void force(boolean[] keep) {
        forced = keep.clone();
        active = true;
    }

    /** @return whether weights are masked: drawn with p above 0, or forced */
    public boolean active() {
        return active;
    }

    /** @return the probability of dropping a weight */
    public double p() {
        return mask.p();
    }

    /** @return the weights that take part at this step, the others 0, as the last {@link ConnectionKernels#dropWeights} left them */
    public float[] weights() {
        return weights;
    }

    /** @return room for the gradient of {@link #weights()} */
    public float[] gradients() {
        return gradients(weights.length);
    }

    float[] gradients(int length) {
        return gradients = gradients.length >= length ? gradients : new float[length];
    }

    void weights(float[] now) {
        weights = now;
    }

    float[] masked(int length) {
        return masked = masked.length >= length ? masked : new float[length];
    }

    /** The input of one sample, or its gradient. */
    float[] input(int length) {
        return input = input.length >= length ? input : new float[length];
    }

    /** The output of one sample, or its gradient. */
    float[] output(int length) {
        return output = output.length >= length ? output : new float[length];
    }

    /** The mask of a sample, or with 0 the only one of a batch. */
    Mask mask(int sample, int weights) {
        if (forced == null) {
            mask.draw(key, sample);
        } else if (forced.length < (sample + 1L) * weights) {
            throw new IllegalStateException("the forced mask has " + forced.length + " weights, but "
                    + (sample + 1L) * weights + " are needed");
        } else {
            boolean[] keep = new boolean[weights];
            System.arraycopy(forced, sample * weights, keep, 0, weights);
            mask.force(keep);
        }
        return mask;
    }
}
