package dev.nacre.kernel;

/**
 * How a kernel slides over an image: its size, its steps, the zeros around the image, and the gaps between the elements of
 * the kernel. Along each axis there are
 *
 * <pre>
 * 1 + (size + before + after - dilation (kernel - 1) - 1) / stride, rounded down
 * </pre>
 *
 * <p>positions. What has one axis is an image of height 1. Immutable; the methods without {@code over} give changed copies.
 */
public final class Window {
    private static final int AXES = 2;

    /** Of height and width, here and in all that follows. */
    final int[] size;

    final int[] kernel;
    final int[] stride;
    final int[] before;
    final int[] after;
    final int[] dilation;

    /** The number of positions. */
    final int[] out;

    private final boolean ceil;

    private Window(int[] size, int[] kernel, int[] stride, int[] before, int[] after, int[] dilation, boolean ceil) {
        this.size = size;
        this.kernel = kernel;
        this.stride = stride;
        this.before = before;
        this.after = after;
        this.dilation = dilation;
        this.ceil = ceil;
        this.out = new int[] {positions(0), positions(1)};
    }

    /**
     * @param height of the image, 1 or more
     * @param width of the image, 1 or more
     * @return a kernel of one element that visits every element of the image
     * @throws IllegalArgumentException if there is no image
     */
    public static Window over(int height, int width) {
        int[] ones = {1, 1};
        int[] zeros = {0, 0};
        return new Window(positive("the image", height, width), ones, ones, zeros, zeros, ones, false);
    }

    /** @return this with a kernel of another size, 1 or more */
    public Window kernel(int height, int width) {
        int[] changed = positive("the kernel", height, width);
        return new Window(size, changed, stride, before, after, dilation, ceil);
    }

    /** @return this with other steps, 1 or more */
    public Window stride(int down, int across) {
        return new Window(size, kernel, positive("the stride", down, across), before, after, dilation, ceil);
    }

    /**
     * @param bottom below 0 for rows of the image that count for no position
     * @param right below 0 for such columns
     * @return this with so many rows and columns around the image
     */
    public Window padding(int top, int bottom, int left, int right) {
        if (Math.min(top, left) < 0) {
            throw new IllegalArgumentException("padding at the top and at the left must be 0 or more");
        }
        return margin(top, bottom, left, right);
    }

    /**
     * What {@link ResamplingKernels#pad} and its like put around an image; they alone take a window that crops at the top or at the left.
     *
     * @return this with so many rows and columns around the image, below 0 for what is taken away
     */
    public Window margin(int top, int bottom, int left, int right) {
        int[] first = {top, left};
        int[] last = {bottom, right};
        return new Window(size, kernel, stride, first, last, dilation, ceil);
    }

    /** @return this with a kernel whose elements are so far apart, 1 or more */
    public Window dilation(int down, int across) {
        return new Window(size, kernel, stride, before, after, positive("the dilation", down, across), ceil);
    }

    /** @return this with a number of positions that is rounded up, without a last one that would begin behind the image */
    public Window ceil() {
        return new Window(size, kernel, stride, before, after, dilation, true);
    }

    private int positions(int axis) {
        int room = size[axis] + before[axis] + after[axis] - dilation[axis] * (kernel[axis] - 1) - 1;
        if (room < 0 && !ceil) {
            return 0;
        }
        int positions = 1 + Math.floorDiv(room + (ceil ? stride[axis] - 1 : 0), stride[axis]);
        boolean behind = ceil && (positions - 1) * stride[axis] >= size[axis] + before[axis];
        return behind ? positions - 1 : positions;
    }

    /** The elements of an image. */
    int inputs() {
        return size[0] * size[1];
    }

    /** The positions of the kernel. */
    int outputs() {
        return out[0] * out[1];
    }

    /** The elements of the kernel. */
    int elements() {
        return kernel[0] * kernel[1];
    }

    /** The row or column of the image that an element of the kernel lies on, which may be outside. */
    int source(int axis, int position, int element) {
        return position * stride[axis] - before[axis] + element * dilation[axis];
    }

    private static int[] positive(String what, int height, int width) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(what + " is " + height + "x" + width + ", but must be 1x1 or larger");
        }
        int[] sizes = new int[AXES];
        sizes[0] = height;
        sizes[1] = width;
        return sizes;
    }

    @Override
    public String toString() {
        return kernel[0] + "x" + kernel[1] + " over " + size[0] + "x" + size[1];
    }
}
