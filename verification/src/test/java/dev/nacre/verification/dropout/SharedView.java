package dev.nacre.verification.dropout;

/**
 * A layer whose elements share decisions, seen as one that has only these: a column for each. What is put into a column goes to all
 * elements that share it, and must come out alike from all of them; where it does not, {@link #disagreements} counts it.
 */
final class SharedView implements Candidate {
    private final Candidate inner;
    private final int[] owner;
    private final int[] first;
    private long disagreements;

    private SharedView(Candidate inner, int[] owner, int groups) {
        this.inner = inner;
        this.owner = owner;
        this.first = new int[groups];
        for (int i = owner.length - 1; i >= 0; i--) {
            first[owner[i]] = i;
        }
    }

    /** A decision for each channel: columns are (channel, position). */
    static SharedView ofChannels(Candidate inner, int channels) {
        int positions = inner.width() / channels;
        int[] owner = new int[inner.width()];
        for (int i = 0; i < owner.length; i++) {
            owner[i] = i / positions;
        }
        return new SharedView(inner, owner, channels);
    }

    /** A decision for each feature, at all times the same: columns are (time, feature). */
    static SharedView ofFeatures(Candidate inner, int features) {
        int[] owner = new int[inner.width()];
        for (int i = 0; i < owner.length; i++) {
            owner[i] = i % features;
        }
        return new SharedView(inner, owner, features);
    }

    /** @return how many elements were not like the others that share their decision */
    long disagreements() {
        return disagreements;
    }

    private float[] spread(float[] x, int rows) {
        float[] wide = new float[rows * owner.length];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < owner.length; i++) {
                wide[row * owner.length + i] = x[row * first.length + owner[i]];
            }
        }
        return wide;
    }

    private float[] gather(float[] wide, int rows) {
        float[] y = new float[rows * first.length];
        for (int row = 0; row < rows; row++) {
            for (int group = 0; group < first.length; group++) {
                y[row * first.length + group] = wide[row * owner.length + first[group]];
            }
        }
        float[] again = spread(y, rows);
        disagreements += Statistics.differences(again, wide);
        return y;
    }

    @Override
    public String name() {
        return inner.name() + ", shared";
    }

    @Override
    public double[] rates() {
        return inner.rates();
    }

    @Override
    public int[] widths() {
        return new int[] {first.length};
    }

    @Override
    public int layers(double p) {
        return inner.layers(p);
    }

    @Override
    public int effort() {
        return inner.effort();
    }

    @Override
    public boolean anyValue() {
        return inner.anyValue();
    }

    @Override
    public boolean extremes() {
        return inner.extremes();
    }

    @Override
    public float[] forward(Draw draw, float[] x, int rows, int width) {
        return gather(inner.forward(draw, spread(x, rows), rows, owner.length), rows);
    }

    @Override
    public float[] gradient(Draw draw, float[] x, float[] dy, int rows, int width) {
        return gather(inner.gradient(draw, spread(x, rows), spread(dy, rows), rows, owner.length), rows);
    }

    @Override
    public float[] evaluate(Draw draw, float[] x, int rows, int width) {
        return gather(inner.evaluate(draw, spread(x, rows), rows, owner.length), rows);
    }
}
