package dev.nacre.kernel;

/** Working memory of the kernels, one per thread: it grows to what the largest call needs and is used again. */
final class Scratch {
    private static final ThreadLocal<Scratch> LOCAL = ThreadLocal.withInitial(Scratch::new);

    /** The least lengths, so that small calls in growing sizes do not allocate one after the other. */
    private static final int LEAST = 1024;

    private static final float[] EMPTY = {};

    /** 16 partial sums. */
    final float[] partial = new float[16];

    /** The largest value of the row that was last put through the exponential. */
    float max;

    /** The sum of the exponentials of that row. */
    float sum;

    private float[] packed = EMPTY;
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
    private float[][] rows;
    private VectorProduct product;
    private float[] packedLeft = EMPTY;

    private Scratch() {}

    static Scratch get() {
        return LOCAL.get();
    }

    /** The product of this thread: only for the provider on the Vector API. */
    VectorProduct product(AbstractKernels kernels) {
        if (product == null) {
            product = new VectorProduct(kernels, this);
        }
        return product;
    }

    /** A packed left-hand side. */
    float[] packedLeft(int length) {
        return packedLeft = grown(packedLeft, length);
    }

    /** A transposed or otherwise packed right-hand side. */
    float[] packed(int length) {
        return packed = grown(packed, length);
    }

    /** The right-hand side of the last, incomplete tile. */
    float[] edge(int length) {
        return edge = grown(edge, length);
    }

    /** The output of the last, incomplete tile, and the values it starts from. */
    float[] edgeOutput(int length) {
        return edgeOutput = grown(edgeOutput, length);
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

    /** Row arrays, as HotSpot needs them to vectorise. The first call fixes how many, and how long. */
    float[][] rows(int count, int length) {
        if (rows == null) {
            rows = new float[count][length];
        }
        return rows;
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
