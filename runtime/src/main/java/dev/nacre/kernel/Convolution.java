package dev.nacre.kernel;

/**
 * A convolution's sizes, and where its products find their factors. Made once for each layer; immutable.
 *
 * <p>As the field does, it does not turn the kernel around: {@code y_o(p) = b_o + sum over c, k of w_ock x_c(p stride - before + k dilation)}.
 */
public final class Convolution {
    final int in;
    final int out;
    final int groups;
    final Window window;

    /** The image. */
    final Planes planes;

    /** From a position to what each (channel of a group, row, column) of the kernel meets there. */
    final int[] taps;

    /** The positions, those included that lie between the end of one row and the beginning of the next. */
    final int span;

    /** The gradient of the output, with zeros around it. */
    final Planes gradients;

    /** What makes up the gradient of the image; elements that no kernel meets belong to none. */
    final Part[] parts;

    /** The ways that are made with fewer multiplications, or null. */
    final Winograd forward;

    final Winograd backward;

    private final Axis[] axes;

    /** Rows or columns of the image that meet the same elements of the kernel: every stride-th. */
    private static final class Axis {
        /** What is left over of an element's number, of those that occur. */
        final int[] remainders;

        /** For each remainder, the elements of the kernel that have it. */
        final int[][] elements;

        /** For each remainder, the first row of its plane that lies in the image, and the one behind the last. */
        final int[] first;

        final int[] end;

        /** By how many rows of a plane each element is shifted. */
        final int[] shifts;

        /** The rows of the gradient that gradients of the image need: from the lowest, which may be outside, to the highest. */
        int lowest = Integer.MAX_VALUE;

        int highest = Integer.MIN_VALUE;

        Axis(Window window, int axis) {
            int stride = window.stride[axis];
            int kernel = window.kernel[axis];
            shifts = new int[kernel];
            int[][] sorted = new int[stride][0];
            int kinds = 0;
            for (int k = 0; k < kernel; k++) {
                int distance = k * window.dilation[axis];
                shifts[k] = distance / stride;
                int remainder = distance % stride;
                int[] others = sorted[remainder];
                kinds += others.length == 0 ? 1 : 0;
                sorted[remainder] = java.util.Arrays.copyOf(others, others.length + 1);
                sorted[remainder][others.length] = k;
            }
            remainders = new int[kinds];
            elements = new int[kinds][];
            first = new int[kinds];
            end = new int[kinds];
            int i = 0;
            for (int remainder = 0; remainder < stride; remainder++) {
                if (sorted[remainder].length > 0) {
                    remainders[i] = remainder;
                    elements[i] = sorted[remainder];
                    int outside = window.before[axis] - remainder;
                    first[i] = Math.max(0, (outside + stride - 1) / stride);
                    end[i] = Math.floorDiv(window.size[axis] - 1 + outside, stride) + 1;
                    int[] own = elements[i];
                    lowest = Math.min(lowest, first[i] - shifts[own[own.length - 1]]);
                    highest = Math.max(highest, end[i] - 1 - shifts[own[0]]);
                    i++;
                }
            }
        }

        int[] starts(int before) {
            int[] starts = new int[remainders.length];
            for (int i = 0; i < starts.length; i++) {
                starts[i] = remainders[i] - before;
            }
            return starts;
        }

        /** The remainder that an element of the kernel has, by its place. */
        int kind(int element) {
            for (int i = 0; ; i++) {
                for (int other : elements[i]) {
                    if (other == element) {
                        return i;
                    }
                }
            }
        }

        int highestShift() {
            return shifts[shifts.length - 1];
        }
    }

    /** The elements of the image in one plane of each channel. */
    static final class Part {
        /** From a position to what each (output of a group, row, column) of the kernel meets in the gradient of the output. */
        final int[] taps;

        /** The elements of the kernel that meet these elements of the image. */
        final int[] elements;

        /** The first row and column in the image. */
        final int top;

        final int left;
        final int rows;
        final int columns;

        /** As {@link Convolution#span}. */
        final int span;

        private Part(int[] taps, int[] elements, int top, int left, int rows, int columns, int width) {
            this.taps = taps;
            this.elements = elements;
            this.top = top;
            this.left = left;
            this.rows = rows;
            this.columns = columns;
            this.span = (rows - 1) * width + columns;
        }
    }

    private Convolution(int in, int out, int groups, Window window, boolean winograd) {
        this.forward = winograd ? Winograd.forward(in, out, window) : null;
        this.backward = winograd ? Winograd.backward(in, out, window) : null;
        this.in = in;
        this.out = out;
        this.groups = groups;
        this.window = window;
        this.axes = new Axis[] {new Axis(window, 0), new Axis(window, 1)};
        int[] ones = {1, 1};
        int[][] starts = {axes[0].starts(window.before[0]), axes[1].starts(window.before[1])};
        int columns = window.out[1] + axes[1].highestShift();
        planes = new Planes(in, window.size, window.stride, starts, window.out[0] + axes[0].highestShift(), columns);
        span = (window.out[0] - 1) * columns + window.out[1];
        taps = taps();
        int[][] lowest = {{axes[0].lowest}, {axes[1].lowest}};
        gradients = new Planes(
                out,
                window.out,
                ones,
                lowest,
                axes[0].highest - axes[0].lowest + 1,
                axes[1].highest - axes[1].lowest + 1);
        parts = new Part[planes.planes()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = part(i / axes[1].remainders.length, i % axes[1].remainders.length);
        }
    }

    /**
     * @param in the channels of the image
     * @param out the channels of the result
     * @param groups into which both are divided: each part of the result is made of one part of the image
     * @throws IllegalArgumentException if a number is not positive, groups do not divide channels, or the kernel has no position
     */
    public static Convolution of(int in, int out, int groups, Window window) {
        if (in < 1 || out < 1 || groups < 1 || in % groups != 0 || out % groups != 0) {
            throw new IllegalArgumentException(in + " channels to " + out + " in " + groups
                    + " groups: all must be 1 or more, and the groups divide both");
        }
        if (window.outputs() < 1) {
            throw new IllegalArgumentException("the kernel does not fit: " + window);
        }
        return new Convolution(in, out, groups, flat(window), false);
    }

    /** A kernel of one element at each element of the image does not know rows: one long row is copied and multiplied faster. */
    private static Window flat(Window window) {
        boolean pointwise = window.elements() == 1 && window.outputs() == window.inputs();
        for (int axis = 0; axis < 2; axis++) {
            pointwise &= window.stride[axis] == 1 && window.before[axis] == 0 && window.out[axis] == window.size[axis];
        }
        return pointwise ? Window.over(1, window.inputs()) : window;
    }

    /**
     * The same by Winograd's minimal filtering, which takes fewer multiplications for some additions: faster where channels are
     * many. Results differ in their last digits.
     *
     * @throws IllegalArgumentException if the kernel is not 3x3 with steps and dilation of 1 and at most two zeros before the image,
     *     or there are groups, or more than 2^23 kernels
     */
    public Convolution winograd() {
        if (!Winograd.fits(in, out, groups, window)) {
            throw new IllegalArgumentException(
                    "Winograd's filtering is for kernels of 3x3 with stride 1, dilation 1, padding up"
                            + " to 2, without groups and with at most 2^23 kernels, not for " + window + ", " + in
                            + " to " + out + " in " + groups
                            + " groups");
        }
        return new Convolution(in, out, groups, window, true);
    }

    private int[] taps() {
        int channels = in / groups;
        int[] offsets = new int[channels * window.elements()];
        int i = 0;
        for (int channel = 0; channel < channels; channel++) {
            for (int row = 0; row < window.kernel[0]; row++) {
                for (int column = 0; column < window.kernel[1]; column++) {
                    int plane = (channel * axes[0].remainders.length + axes[0].kind(row)) * axes[1].remainders.length
                            + axes[1].kind(column);
                    offsets[i++] =
                            plane * planes.plane() + axes[0].shifts[row] * planes.columns + axes[1].shifts[column];
                }
            }
        }
        return offsets;
    }

    private Part part(int rowKind, int columnKind) {
        Axis down = axes[0];
        Axis across = axes[1];
        int[] rows = down.elements[rowKind];
        int[] columns = across.elements[columnKind];
        int[] elements = new int[rows.length * columns.length];
        int[] offsets = new int[out / groups * elements.length];
        int i = 0;
        for (int output = 0; output < out / groups; output++) {
            for (int row : rows) {
                for (int column : columns) {
                    elements[i % elements.length] = row * window.kernel[1] + column;
                    offsets[i++] = output * gradients.plane()
                            + (down.first[rowKind] - down.shifts[row] - down.lowest) * gradients.columns
                            + across.first[columnKind]
                            - across.shifts[column]
                            - across.lowest;
                }
            }
        }
        int top = down.first[rowKind] * window.stride[0] + down.remainders[rowKind] - window.before[0];
        int left = across.first[columnKind] * window.stride[1] + across.remainders[columnKind] - window.before[1];
        return new Part(
                offsets,
                elements,
                top,
                left,
                down.end[rowKind] - down.first[rowKind],
                across.end[columnKind] - across.first[columnKind],
                gradients.columns);
    }

    /** The elements of an image with all its channels. */
    int inputs() {
        return in * window.inputs();
    }

    /** The elements of a result with all its channels. */
    int outputs() {
        return out * window.outputs();
    }

    /** The weights of one output. */
    int depth() {
        return taps.length;
    }

    /** Whether elements of the image meet no element of the kernel because it steps over them. */
    boolean skips() {
        return parts.length < window.stride[0] * window.stride[1];
    }
}
