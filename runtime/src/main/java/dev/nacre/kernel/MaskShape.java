package dev.nacre.kernel;

import java.util.Arrays;

/**
 * Which elements of a sample share one decision of a {@link Mask}. At first none do. Immutable.
 *
 * <p>A mask has rows and columns of its own: a row for each sample, or one for all of them; a column for each element of the
 * noise shape. Every element of a sample takes the column with its own index along the axes that are not shared, and 0 along
 * those that are. Columns count row-major through the noise shape, as elements do through the sample.
 */
public final class MaskShape {
    private final int[] sizes;
    private final int[] noise;
    private final boolean acrossBatch;
    private final int block;

    /** The axes of the sample, neighbours that are shared alike joined into one, and how far apart their elements lie. */
    private final int[] joined;

    private final boolean[] isShared;
    private final int[] strides;
    private final int[] maskStrides;
    private final int elements;
    private final int columns;

    private MaskShape(int[] sizes, int[] noise, boolean acrossBatch, int block) {
        this.sizes = sizes;
        this.noise = noise;
        this.acrossBatch = acrossBatch;
        this.block = block;
        int[] lengths = new int[sizes.length];
        boolean[] shares = new boolean[sizes.length];
        int count = 0;
        for (int axis = 0; axis < sizes.length; axis++) {
            boolean shared = noise[axis] < sizes[axis];
            if (count > 0 && (sizes[axis] == 1 || lengths[count - 1] == 1 || shares[count - 1] == shared)) {
                shares[count - 1] = lengths[count - 1] == 1 ? shared : shares[count - 1];
                lengths[count - 1] *= sizes[axis];
            } else {
                lengths[count] = sizes[axis];
                shares[count++] = shared;
            }
        }
        joined = Arrays.copyOf(lengths, count);
        isShared = Arrays.copyOf(shares, count);
        strides = new int[count];
        maskStrides = new int[count];
        int stride = 1;
        int maskStride = 1;
        for (int axis = count - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            maskStrides[axis] = maskStride;
            stride *= joined[axis];
            maskStride *= isShared[axis] ? 1 : joined[axis];
        }
        elements = stride;
        columns = block == 0 ? maskStride : sizes[0] * seeds(1) * seeds(2);
    }

    /**
     * @param sizes the sizes of one sample, without the batch
     * @return a decision for every element
     * @throws IllegalArgumentException if there are no sizes, one is below 1, or an array cannot hold so many elements
     */
    public static MaskShape of(int... sizes) {
        int product = 1;
        for (int size : sizes) {
            product = Arguments.product(product, size);
        }
        if (sizes.length == 0 || product == 0) {
            throw new IllegalArgumentException("a sample of sizes " + Arrays.toString(sizes)
                    + " has no elements: give one size or more, each at least 1");
        }
        return new MaskShape(sizes.clone(), sizes.clone(), false, 0);
    }

    /**
     * Shares decisions along axes.
     *
     * @param noise 1 for each axis that is shared, the axis' size for each that is not
     * @throws IllegalArgumentException if there is not one for each axis, or one is neither
     */
    public MaskShape noise(int... noise) {
        boolean fits = noise.length == sizes.length && block == 0;
        for (int axis = 0; fits && axis < noise.length; axis++) {
            fits = noise[axis] == 1 || noise[axis] == sizes[axis];
        }
        if (!fits) {
            throw new IllegalArgumentException("noise " + Arrays.toString(noise) + " does not fit a sample of sizes "
                    + Arrays.toString(sizes) + ": give each axis its size, or 1 to share");
        }
        return new MaskShape(sizes, noise.clone(), acrossBatch, block);
    }

    /** Shares decisions among all samples. */
    public MaskShape acrossBatch() {
        return new MaskShape(sizes, noise, true, block);
    }

    /**
     * Drops squares of size x size, of channels x height x width, each channel by itself; see {@link Mask}.
     *
     * @throws IllegalArgumentException if the sample has not three axes, axes are shared, or the square is larger than one
     */
    public MaskShape blocks(int size) {
        if (sizes.length != 3 || !Arrays.equals(sizes, noise) || size < 1 || size > Math.min(sizes[1], sizes[2])) {
            throw new IllegalArgumentException("blocks of " + size + " do not fit a sample of sizes "
                    + Arrays.toString(sizes) + " with noise " + Arrays.toString(noise)
                    + ": they need (channels, height, width), no less than their size, and no shared axes");
        }
        return new MaskShape(sizes, noise, acrossBatch, size);
    }

    /** @return the sizes of one sample; a copy */
    public int[] sizes() {
        return sizes.clone();
    }

    /** @return the sizes of the noise, 1 where an axis is shared; a copy */
    public int[] noise() {
        return noise.clone();
    }

    /** @return whether all samples have one mask */
    public boolean isAcrossBatch() {
        return acrossBatch;
    }

    /** @return the elements of one sample */
    public int elements() {
        return elements;
    }

    /** @return how many random decisions one row of the mask takes */
    int columns() {
        return columns;
    }

    /** The side of the squares that are dropped, 0 where single elements are. */
    public int block() {
        return block;
    }

    /** Whether every element of every sample has a decision of its own. */
    boolean isPlain() {
        return !acrossBatch && block == 0 && columns == elements;
    }

    /** The row of the mask for a sample. */
    long row(long sample) {
        return acrossBatch ? 0 : sample;
    }

    /** How many squares fit along an axis. */
    int seeds(int axis) {
        return sizes[axis] - block + 1;
    }

    int size(int axis) {
        return sizes[axis];
    }

    /** The column of the mask for an element of a sample; not for blocks. */
    int column(int element) {
        int column = 0;
        for (int axis = 0; axis < joined.length; axis++) {
            if (!isShared[axis]) {
                column += element / strides[axis] % joined[axis] * maskStrides[axis];
            }
        }
        return column;
    }

    /** Gives each element of a sample what its column has; not for blocks. */
    void expand(int[] byColumn, int[] byElement) {
        expand(0, byColumn, 0, byElement, 0);
    }

    private void expand(int axis, int[] from, int at, int[] to, int place) {
        int size = joined[axis];
        boolean last = axis == joined.length - 1;
        if (last && isShared[axis]) {
            Arrays.fill(to, place, place + size, from[at]);
        } else if (last) {
            System.arraycopy(from, at, to, place, size);
        } else {
            int step = isShared[axis] ? 0 : maskStrides[axis];
            for (int i = 0; i < size; i++) {
                expand(axis + 1, from, at + i * step, to, place + i * strides[axis]);
            }
        }
    }
}
