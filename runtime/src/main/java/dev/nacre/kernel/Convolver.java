package dev.nacre.kernel;

import java.util.Arrays;

/**
 * One convolution at a time, as products whose right side is read from {@link Planes}: no matrix of patches is made. Samples are divided
 * among threads. The gradient of the weights is a sum over samples: it is made of runs of samples whose number and order follow from
 * the sizes alone, and whose sums are added in that order, so that threads cannot be seen in it. An object of its own for each calling
 * thread, so that a call allocates nothing. A provider says how it multiplies.
 */
abstract class Convolver implements Workers.Work, Planes.Rows {
    /** Multiply-adds below which handing over parts costs more than it brings. */
    private static final long SMALL = 1 << 18;

    /** Parts for each thread: more than one, because threads of a shared machine do not run evenly. */
    private static final int PARTS = 3;

    /** The most runs of samples for the gradient of the weights: enough for as many threads. */
    private static final int RUNS = 16;

    /** Samples for which sums of their own are worth while. */
    private static final int LEAST_RUN = 4;

    /** Floats that the sums of all runs may take. */
    private static final int MOST_SUMS = 1 << 23;

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
    private int samples;

    private float[] sums;
    private WinogradPass winograd;

    private enum Phase {
        FORWARD,
        TRANSPOSED,
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
     * @param c receives from cAt on rows that are {@link #padded} apart; what lies between them may be written, too
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
            int cAt,
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

    /**
     * Adds {@code sum_j dy_oj x_(taps_i + j)} of one sample to the sums of all weights, each one chain of fused multiply-adds in the
     * order of positions.
     */
    abstract void addProducts(float[] image, float[] gradient, float[] sums, int sumsAt, Scratch own);

    /**
     * For {@link FewOutputs}: adds {@code dy_j x_(taps_i + j)} to sum {@code j % 16} of each of count elements i of the kernel from tap
     * on, chains of fused multiply-adds in the order of j.
     *
     * @param dyRow the distance of a second output in dy, or 0 if there is none; its sums are those of the next taps.length elements
     * @param positions a multiple of 16
     */
    abstract void addDots(
            float[] x,
            int xAt,
            int[] taps,
            int tap,
            int count,
            float[] dy,
            int dyAt,
            int dyRow,
            float[] sums,
            int sumsAt,
            int positions);

    /** Takes the sums to dw, or adds them to it. */
    abstract void end(float[] sums, float[] dw, boolean add);

    /** What convolves with fewer multiplications. */
    abstract WinogradPass newWinograd();

    private WinogradPass winograd() {
        return winograd == null ? winograd = newWinograd() : winograd;
    }

    /** {@code y = ending(conv(x, w) + b)}. */
    final void forward(Convolution of, float[] x, float[] w, float[] b, float[] y, int samples, Ending ending) {
        if (of.forward != null) {
            winograd().run(of.forward, x, w, null, b, y, samples, ending, scratch);
            return;
        }
        set(of, x, w, b, y, ending);
        run(Phase.FORWARD, samples, samples);
    }

    /** The same with packed weights. */
    final void forward(PackedFilters w, float[] x, float[] b, float[] y, int samples, Ending ending) {
        if (w.given != null) {
            forward(w.of, x, w.given, b, y, samples, ending);
        } else {
            winograd().run(w.of.forward, x, null, w.points, b, y, samples, ending, scratch);
        }
    }

    /** {@code y = ending(convᵀ(x, w) + b)}: x is like the result of the convolution, y like its image. */
    final void transposed(Convolution of, float[] x, float[] w, float[] b, float[] y, int samples, Ending ending) {
        if (of.backward != null) {
            winograd().run(of.backward, x, w, null, b, y, samples, ending, scratch);
            return;
        }
        set(of, x, scratch.packedLeft(w.length), b, y, ending);
        rearrange(w, this.w);
        run(Phase.TRANSPOSED, samples, samples);
    }

    /** {@code dw = sum over samples and positions of dy x}, or that added to dw. */
    final void weightGradient(Convolution of, float[] dy, float[] x, float[] dw, int samples, boolean add) {
        set(of, x, null, null, dy, null);
        boolean few = FewOutputs.has(of);
        int length = few ? FewOutputs.sumsLength(of) : sumsLength();
        this.samples = samples;
        int runs = Math.max(1, Math.min(Math.min(RUNS, samples / LEAST_RUN), MOST_SUMS / length));
        sums = scratch.packed(runs * length);
        run(Phase.WEIGHT_GRADIENT, runs, samples);
        for (int run = 1; run < runs; run++) {
            add(sums, run * length, length);
        }
        if (samples == 0) {
            Arrays.fill(sums, 0, length, 0f);
        }
        if (few) {
            FewOutputs.end(of, sums, dw, add);
        } else {
            end(sums, dw, add);
        }
    }

    private static void add(float[] sums, int from, int length) {
        for (int i = 0; i < length; i++) {
            sums[i] += sums[from + i];
        }
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
            case WEIGHT_GRADIENT -> {
                for (int run = from; run < to; run++) {
                    weightGradient(run, own);
                }
            }
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
                multiply(w, g * rows * c.depth(), image, g * group, c.taps, b, g * rows, result, 0, rows, c.span, own);
                store(result, distance, y, sample * c.outputs() + g * rows * c.window.outputs(), rows);
            }
            ending.apply(kernels, y, sample, 1, c.outputs());
        }
    }

    private static float[] zeros(float[] array, Planes planes) {
        Arrays.fill(array, 0, planes.length() + Planes.SLACK, 0f);
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
                        multiply(w, at, gradient, group, part.taps, b, g * rows, result, 0, rows, part.span, own);
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

    private void weightGradient(int run, Scratch own) {
        Convolution c = convolution;
        float[] image = zeros(own.planes(c.planes.length() + Planes.SLACK), c.planes);
        boolean few = FewOutputs.has(c);
        int gradientLength = few ? FewOutputs.gradientLength(c) : gradientLength();
        float[] gradient = own.results(gradientLength + Planes.SLACK);
        Arrays.fill(gradient, 0, gradientLength, 0f);
        int length = few ? FewOutputs.sumsLength(c) : sumsLength();
        Arrays.fill(sums, run * length, (run + 1) * length, 0f);
        int last = (int) ((run + 1L) * samples / count);
        for (int sample = (int) ((long) run * samples / count); sample < last; sample++) {
            c.planes.fill(x, sample * c.inputs(), image, 0, this);
            if (few) {
                FewOutputs.layOutGradient(c, y, sample * c.outputs(), gradient, this);
                FewOutputs.addProducts(this, image, gradient, sums, run * length);
            } else {
                layOutGradient(y, sample * c.outputs(), gradient, 0, own);
                addProducts(image, gradient, sums, run * length, own);
            }
        }
    }
}
