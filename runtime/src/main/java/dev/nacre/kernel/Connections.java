package dev.nacre.kernel;

/**
 * Which weights of one layer take part at one step (DropConnect; Wan et al., 2013): a mask on the weights, a function of (seed, step,
 * layer, weight) or of (seed, step, layer, sample, weight), with the weights and the gradients under it. New connections are off: all
 * weights take part, unscaled. Belongs to one network, so to one thread at a time.
 */
public final class Connections implements Chance {
    /** Separates the keys from those of masks, slopes and noise, which have the same layers and steps. */
    private static final int DOMAIN = 0x436F6E6E;

    private static final float[] NONE = {};

    private final Mask mask;
    private final int layer;
    private final boolean matches;
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
        this(p, layer, false);
    }

    /**
     * @param p the probability of dropping a weight, from 0 to 1
     * @param layer the number of the layer in its network
     * @param matches whether evaluation matches moments, which needs a p below 1
     * @throws IllegalArgumentException if p is out of range
     */
    public Connections(double p, int layer, boolean matches) {
        this.matches = matches;
        this.mask = new Mask(require(p), layer);
        this.layer = layer;
    }

    @Override
    public void draw(long seed, long step) {
        key = Threefry.block(Threefry.block(seed, step), Threefry.pair(layer, DOMAIN));
        forced = null;
        active = mask.p() > 0;
    }

    /** All weights take part, unscaled. */
    @Override
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

    @Override
    public void force(float[] given) {
        force(Mask.kept(given));
    }

    @Override
    public void read(float[] to, int columns) {
        for (int i = 0; i < to.length; i++) {
            if (active && i % columns == 0) {
                mask(i / columns, columns);
            }
            to[i] = !active || mask.keeps(0, i % columns, columns) ? 1f : 0f;
        }
    }

    @Override
    public Connections copy() {
        return new Connections(p(), layer, matches);
    }

    /** @return whether weights are masked: drawn with p above 0, or forced */
    public boolean active() {
        return active;
    }

    @Override
    public double p() {
        return mask.p();
    }

    @Override
    public void p(double p) {
        mask.p(require(p));
        off();
    }

    @Override
    public double require(double p) {
        if (matches && (float) p == 1) {
            throw new IllegalArgumentException(
                    "the probability of dropping is " + p
                            + ", but must be below 1 where evaluation matches moments: weights that are all dropped have no variance");
        }
        return Mask.requireProbability(p);
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
