package dev.nacre.kernel;

import java.util.Arrays;

/** Working memory of the kernels, one per thread: it grows to what the largest call needs and is used again. */
final class Scratch {
    private static final ThreadLocal<Scratch> LOCAL = new ThreadLocal<>() {
        @Override
        protected Scratch initialValue() {
            return new Scratch();
        }
    };

    /** The least lengths, so that small calls in growing sizes do not allocate one after the other. */
    private static final int LEAST = 1024;

    private static final float[] EMPTY = {};

    /** Twice 16 partial sums. */
    final float[] partial = new float[32];

    /** Sums by this thread. */
    final FeatureSums featureSums = new FeatureSums();

    /** The largest value of the row that was last put through the exponential. */
    float max;

    /** The sum of the exponentials of that row. */
    float sum;

    private float[] packed = EMPTY;
    private long packedNumber;
    private float[] edge = EMPTY;
    private float[] edgeOutput = EMPTY;
    private float[] zeros = EMPTY;
    private float[] row = EMPTY;
    private float[] secondRow = EMPTY;
    private float[] lane = EMPTY;
    private float[] secondLane = EMPTY;
    private int[] firstWords = {};
    private int[] secondWords = {};
    private int[] keep = {};
    private int[] decisions = {};
    private double[] sums = {};
    private double[] secondSums = {};
    private double[] rowLosses = {};
    private float[][] rows = {};
    private float[][] sumRows = {};
    private Product product;
    private Convolver convolver;
    private float[] packedLeft = EMPTY;
    private float[] transposed = EMPTY;
    private float[] planes = EMPTY;
    private float[] results = EMPTY;
    private final Ending ending = new Ending();
    private final Pass pass = new Pass();
    private final Division division = new Division();
    private FeaturePass features;
    private GroupPass groups;
    private GroupPass groupPart;
    private LocalResponse localResponse;
    private final Sample sample = new Sample();
    private KeptProduct kept;
    private PoolingLoops pooling;
    private ResamplingLoops resampling;

    private Scratch() {}

    static Scratch get() {
        return LOCAL.get();
    }

    /** The product of this thread, for the provider that last asked for it. */
    Product product(AbstractKernels kernels) {
        if (product == null || product.kernels != kernels) {
            product = kernels.newProduct(this);
        }
        return product;
    }

    /** What convolves for this thread, for the provider that last asked for it. */
    Convolver convolver(AbstractKernels kernels) {
        if (convolver == null || convolver.kernels != kernels) {
            convolver = kernels.newConvolver(this);
        }
        return convolver;
    }

    /** What the product of this thread ends with. */
    Ending ending() {
        return ending;
    }

    /** What this thread divides by rows or columns. */
    Pass pass() {
        return pass;
    }

    /** What this thread multiplies without its dropped columns; made when first asked for, because few threads do. */
    KeptProduct kept() {
        return kept == null ? kept = new KeptProduct() : kept;
    }

    /** What this thread normalises by features; made when first asked for. */
    FeaturePass features() {
        return features == null ? features = new FeaturePass() : features;
    }

    /** What this thread normalises by groups; made when first asked for. */
    GroupPass groups() {
        return groups == null ? groups = new GroupPass() : groups;
    }

    /** What does this thread's part of such a normalisation. */
    GroupPass groupPart() {
        return groupPart == null ? groupPart = new GroupPass() : groupPart;
    }

    /** What this thread normalises by neighbouring channels. */
    LocalResponse localResponse() {
        return localResponse == null ? localResponse = new LocalResponse() : localResponse;
    }

    /** The sample of this thread. */
    Sample sample() {
        return sample;
    }

    /** What this thread pools; made when first asked for. */
    PoolingLoops pooling() {
        return pooling == null ? pooling = new PoolingLoops() : pooling;
    }

    /** What this thread pads and upsamples; made when first asked for. */
    ResamplingLoops resampling() {
        return resampling == null ? resampling = new ResamplingLoops() : resampling;
    }

    /** What this thread divides. */
    Division division() {
        return division;
    }

    /** A packed left-hand side. */
    float[] packedLeft(int length) {
        return packedLeft = grown(packedLeft, length);
    }

    /** A transposed or otherwise packed right-hand side. */
    float[] packed(int length) {
        return packed = grown(packed, length);
    }

    /** Whether {@link #packed} does not hold yet what this thread needs of the product of this number, and is to be packed now. */
    boolean startsPacking(long number) {
        boolean starts = packedNumber != number;
        packedNumber = number;
        return starts;
    }

    /** A result before it is transposed. */
    float[] transposed(int length) {
        return transposed = grown(transposed, length);
    }

    /** The right-hand side of the last, incomplete tile. */
    float[] edge(int length) {
        return edge = grown(edge, length);
    }

    /** The output of the last, incomplete tile, and the values it starts from. */
    float[] edgeOutput(int length) {
        return edgeOutput = grown(edgeOutput, length);
    }

    /** The planes of an image. */
    float[] planes(int length) {
        return planes = grown(planes, length);
    }

    /** What a convolution makes of them, before it is put in its place. */
    float[] results(int length) {
        return results = grown(results, length);
    }

    /** Zeros; not to be written. */
    float[] zeros(int length) {
        return zeros = grown(zeros, length);
    }

    float[] row(int length) {
        return row = grown(row, length);
    }

    float[] secondRow(int length) {
        return secondRow = grown(secondRow, length);
    }

    /** Elements that do not lie side by side, gathered for an operation along rows. */
    float[] lane(int length) {
        return lane = grown(lane, length);
    }

    float[] secondLane(int length) {
        return secondLane = grown(secondLane, length);
    }

    int[] firstWords(int length) {
        return firstWords = grown(firstWords, length);
    }

    int[] secondWords(int length) {
        return secondWords = grown(secondWords, length);
    }

    /** What a mask keeps of a sample, with room up to a multiple of 32. */
    int[] keep(int length) {
        return keep = grown(keep, length + 31);
    }

    /** What a mask decides on what elements share. */
    int[] decisions(int length) {
        return decisions = grown(decisions, length);
    }

    double[] sums(int length) {
        return sums = grown(sums, length);
    }

    double[] secondSums(int length) {
        return secondSums = grown(secondSums, length);
    }

    /** The loss of each row, before they are added up. */
    double[] rowLosses(int length) {
        return rowLosses = grown(rowLosses, length);
    }

    /** Row arrays, as HotSpot needs them to vectorise: all as long as the first call says. */
    float[][] rows(int count, int length) {
        if (rows.length < count) {
            rows = moreRows(rows, count, length);
        }
        return rows;
    }

    /** As many row arrays as the first call says, at least so long. */
    float[][] sumRows(int count, int length) {
        if (sumRows.length == 0 || sumRows[0].length < length) {
            sumRows = moreRows(new float[0][], count, aligned(length));
        }
        return sumRows;
    }

    private static float[][] moreRows(float[][] before, int count, int length) {
        float[][] after = Arrays.copyOf(before, count);
        for (int i = before.length; i < count; i++) {
            after[i] = new float[length];
        }
        return after;
    }

    /**
     * With its header of 16 bytes, an array of this length fills whole cache lines: arrays that are made one after the other all
     * begin at the same place in a line, and a loop that aligns its accesses to one of them aligns all.
     *
     * @return a length not below the one given
     */
    static int aligned(int length) {
        return (length + 3 & -16) + 12;
    }

    private static float[] grown(float[] array, int length) {
        return array.length >= length ? array : new float[capacity(length)];
    }

    private static int[] grown(int[] array, int length) {
        return array.length >= length ? array : new int[capacity(length)];
    }

    private static double[] grown(double[] array, int length) {
        return array.length >= length ? array : new double[capacity(length)];
    }

    private static int capacity(int length) {
        return Math.max(LEAST, length);
    }
}
