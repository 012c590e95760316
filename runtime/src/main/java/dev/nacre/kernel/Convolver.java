package dev.nacre.kernel;

import java.util.Arrays;

/**
 * One convolution at a time, as products whose right side is read from {@link Planes}: no matrix of patches is made. Samples are divided
 * among threads, and for the gradient of the weights the weights; never a sum. An object of its own for each calling thread, so that
 * a call allocates nothing. A provider says how it multiplies.
 */
abstract class Convolver implements Workers.Work, Planes.Rows {
    /** Multiply-adds below which handing over parts costs more than it brings. */
    private static final long SMALL = 1 << 18;

    /** Parts for each thread: more than one, because threads of a shared machine do not run evenly. */
    private static final int PARTS = 3;

    /** Floats that are laid out at a time for the gradient of the weights: what the second cache holds, about. */
    private static final int BLOCK = 1 << 18;

    final AbstractKernels kernels;
    final Scratch scratch;
    Convolution convolution;

    private Phase phase = Phase.FORWARD;
    private Ending ending;
    private float[] x;
    private float[] w;
    private float[] b;
    private float[] y;
    private int parts;
    private int count;

    /** Of the samples that are laid out together. */
    private int firstSample;

    private int samplesOfBlock;

    private float[] images;
    private float[] gradients;
    private float[] sums;

    private enum Phase {
        FORWARD,
        TRANSPOSED,
        LAY_OUT,
        WEIGHT_GRADIENT
    }

    Convolver(AbstractKernels kernels, Scratch scratch) {
        this.kernels = kernels;
        this.scratch = scratch;
    }

    /**
     * {@code c_rj = start_r + sum_i a_ri b_(taps_i + j)}, each one chain of fused multiply-adds in the order of i.
     *
     * @param at of the first row of a, whose rows have taps.length elements
     * @param bAt where taps are counted from
     * @param start of startAt on, or null for zeros
     * @param c receives rows that are {@link #padded} apart; what lies between them may be written, too
     * @param columns the elements of a row of c
     */
    abstract void multiply(
            float[] a,
            int at,
            float[] b,
            int bAt,
            int[] taps,
            float[] start,
            int startAt,
            float[] c,
            int rows,
            int columns,
            Scratch own);

    /** The distance of rows with this many elements, with room for whole tiles. */
    abstract int padded(int columns);

    /** The floats that the gradient of a sample's output takes where {@link #addProducts} reads it. */
    abstract int gradientLength();

    /**
     * Lays the gradient of a sample's output out, where there are zeros or that of another sample: where {@link Convolution#span} has
     * positions of no result, nothing is written.
     */
    abstract void layOutGradient(float[] dy, int dyAt, float[] to, int toAt, Scratch own);

    /** The floats in which the gradients of all weights add up. */
    abstract int sumsLength();

    /** Puts what the sums start from into them: dw, or zeros. */
    abstract void begin(float[] sums, float[] dw, boolean add);

    /** The weights of an output that are added up together: a multiple of this. */
    abstract int unit();

    /**
     * Adds {@code sum_j dy_oj x_(taps_i + j)} over some samples to the sums of a group's weights from first to last - 1, each one
     * chain of fused multiply-adds in the order of samples and positions.
     */
    abstract void addProducts(
            float[] images, float[] gradients, int samples, int group, int first, int last, float[] sums, Scratch own);

    /** Takes the sums to dw. */
    abstract void end(float[] sums, float[] dw);

    /** {@code y = ending(conv(x, w) + b)}. */
    final void forward(Convolution of, float[] x, float[] w, float[] b, float[] y, int samples, Ending ending) {
        set(of, x, w, b, y, ending);
        run(Phase.FORWARD, samples, samples);
    }

    /** {@code y = ending(convᵀ(x, w) + b)}: x is like the result of the convolution, y like its image. */
    final void transposed(Convolution of, float[] x, float[] w, float[] b, float[] y, int samples, Ending ending) {
        set(of, x, scratch.packedLeft(w.length), b, y, ending);
        rearrange(w, this.w);
        run(Phase.TRANSPOSED, samples, samples);
    }

    /** {@code dw = sum over samples and positions of dy x}, or that added to dw. */
    final void weightGradient(Convolution of, float[] dy, float[] x, float[] dw, int samples, boolean add) {
        set(of, x, null, null, dy, null);
        int perSample = of.planes.length() + gradientLength();
        int block = Math.max(1, Math.min(samples, BLOCK / perSample));
        images = scratch.packed(block * of.planes.length() + Planes.SLACK);
        gradients = scratch.packedLeft(block * gradientLength() + Planes.SLACK);
        sums = scratch.transposed(sumsLength() + Planes.SLACK);
        Arrays.fill(images, 0, block * of.planes.length(), 0f);
        Arrays.fill(gradients, 0, block * gradientLength(), 0f);
        begin(sums, dw, add);
        int units = of.groups * ((of.depth() + unit() - 1) / unit());
        for (firstSample = 0; firstSample < samples; firstSample += block) {
            int some = Math.min(block, samples - firstSample);
            samplesOfBlock = some;
            run(Phase.LAY_OUT, some, some);
            run(Phase.WEIGHT_GRADIENT, units, some);
        }
        end(sums, dw);
    }

    private void set(Convolution of, float[] x, float[] w, float[] b, float[] y, Ending ending) {
        this.convolution = of;
        this.x = x;
        this.w = w;
        this.b = b;
        this.y = y;
        this.ending = ending;
    }

    private void run(Phase phase, int count, int samples) {
        this.phase = phase;
        this.count = count;
        Workers workers = Workers.shared();
        long work = (long) samples * convolution.out * convolution.depth() * convolution.window.outputs();
        int threads = work < SMALL ? 1 : workers.threads();
        parts = threads == 1 ? 1 : Math.min(count, threads * PARTS);
        workers.run(this, parts);
    }

    @Override
    public final void run(int part) {
        int from = (int) ((long) part * count / parts);
        int to = (int) ((long) (part + 1) * count / parts);
        Scratch own = Scratch.get();
        switch (phase) {
            case FORWARD -> forward(from, to, own);
            case TRANSPOSED -> transposed(from, to, own);
            case LAY_OUT -> layOut(from, to, own);
            case WEIGHT_GRADIENT -> weightGradient(from, to, own);
        }
    }

    private void forward(int from, int to, Scratch own) {
        Convolution c = convolution;
        int rows = c.out / c.groups;
        int distance = padded(c.span);
        float[] image = zeros(own.planes(c.planes.length() + Planes.SLACK), c.planes);
        float[] result = own.results(rows * distance + Planes.SLACK);
        int group = c.in / c.groups * c.planes.planes() * c.planes.plane();
        for (int sample = from; sample < to; sample++) {
            c.planes.fill(x, sample * c.inputs(), image, 0, this);
            for (int g = 0; g < c.groups; g++) {
                multiply(w, g * rows * c.depth(), image, g * group, c.taps, b, g * rows, result, rows, c.span, own);
                store(result, distance, y, sample * c.outputs() + g * rows * c.window.outputs(), rows);
            }
            ending.apply(kernels, y, sample, 1, c.outputs());
        }
    }

    private static float[] zeros(float[] array, Planes planes) {
        Arrays.fill(array, 0, planes.length(), 0f);
        return array;
    }

    private void store(float[] result, int distance, float[] y, int yAt, int rows) {
        int height = convolution.window.out[0];
        int width = convolution.window.out[1];
        int columns = convolution.planes.columns;
        int at = yAt;
        for (int row = 0; row < rows; row++) {
            for (int line = 0; line < height; line++) {
                copyRow(result, row * distance + line * columns, y, at, width);
                at += width;
            }
        }
    }

    /** The weights as {@link #transposed} multiplies them: for each part and each channel of an image, by output and element. */
    private void rearrange(float[] w, float[] to) {
        Convolution c = convolution;
        int outputs = c.out / c.groups;
        int channels = c.in / c.groups;
        int kernel = c.window.elements();
        int at = 0;
        for (Convolution.Part part : c.parts) {
            for (int g = 0; g < c.groups; g++) {
                for (int channel = 0; channel < channels; channel++) {
                    for (int output = g * outputs; output < (g + 1) * outputs; output++) {
                        for (int element : part.elements) {
                            to[at++] = w[(output * channels + channel) * kernel + element];
                        }
                    }
                }
            }
        }
    }

    private void transposed(int from, int to, Scratch own) {
        Convolution c = convolution;
        int rows = c.in / c.groups;
        float[] gradient = zeros(own.planes(c.gradients.length() + Planes.SLACK), c.gradients);
        for (int sample = from; sample < to; sample++) {
            if (c.skips()) {
                clear(sample);
            }
            c.gradients.fill(x, sample * c.outputs(), gradient, 0, this);
            int at = 0;
            for (Convolution.Part part : c.parts) {
                int distance = padded(part.span);
                float[] result = own.results(rows * distance + Planes.SLACK);
                for (int g = 0; g < c.groups; g++) {
                    if (part.rows > 0 && part.columns > 0) {
                        int group = g * (c.out / c.groups) * c.gradients.plane();
                        multiply(w, at, gradient, group, part.taps, b, g * rows, result, rows, part.span, own);
                        scatter(part, result, distance, sample * c.inputs() + g * rows * c.window.inputs(), rows);
                    }
                    at += rows * part.taps.length;
                }
            }
            ending.apply(kernels, y, sample, 1, c.inputs());
        }
    }

    /** What no kernel meets starts, and ends, as the bias. */
    private void clear(int sample) {
        int elements = convolution.window.inputs();
        for (int channel = 0; channel < convolution.in; channel++) {
            int at = sample * convolution.inputs() + channel * elements;
            Arrays.fill(y, at, at + elements, b == null ? 0f : b[channel]);
        }
    }

    private void scatter(Convolution.Part part, float[] result, int distance, int yAt, int rows) {
        Window window = convolution.window;
        int step = window.stride[1];
        for (int row = 0; row < rows; row++) {
            for (int line = 0; line < part.rows; line++) {
                int source = row * distance + line * convolution.gradients.columns;
                int at = yAt + (row * window.size[0] + part.top + line * window.stride[0]) * window.size[1] + part.left;
                if (step == 1) {
                    copyRow(result, source, y, at, part.columns);
                } else {
                    for (int column = 0; column < part.columns; column++) {
                        y[at + column * step] = result[source + column];
                    }
                }
            }
        }
    }

    private void layOut(int from, int to, Scratch own) {
        Convolution c = convolution;
        for (int i = from; i < to; i++) {
            c.planes.fill(x, (firstSample + i) * c.inputs(), images, i * c.planes.length(), this);
            layOutGradient(y, (firstSample + i) * c.outputs(), gradients, i * gradientLength(), own);
        }
    }

    private void weightGradient(int from, int to, Scratch own) {
        int depth = convolution.depth();
        int unit = unit();
        int units = (depth + unit - 1) / unit;
        int at = from;
        while (at < to) {
            int group = at / units;
            int end = Math.min(to, (group + 1) * units);
            int first = at % units * unit;
            int last = Math.min(depth, (end - group * units) * unit);
            addProducts(images, gradients, samplesOfBlock, group, first, last, sums, own);
            at = end;
        }
    }
}
