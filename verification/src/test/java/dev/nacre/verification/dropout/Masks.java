package dev.nacre.verification.dropout;

/** A candidate of which masks alone are judged: for {@link RateChecks} and {@link IndependenceChecks}. */
abstract class Masks implements Candidate {
    private final String name;
    private final int width;
    private final int effort;

    Masks(String name, int width, int effort) {
        this.name = name;
        this.width = width;
        this.effort = effort;
    }

    @Override
    public abstract boolean[] mask(Draw draw, int rows, int width);

    @Override
    public String name() {
        return name;
    }

    @Override
    public int[] widths() {
        return new int[] {width};
    }

    @Override
    public int effort() {
        return effort;
    }

    @Override
    public boolean anyValue() {
        return false;
    }

    @Override
    public boolean extremes() {
        return false;
    }

    @Override
    public float[] forward(Draw draw, float[] x, int rows, int width) {
        throw new UnsupportedOperationException("masks only");
    }

    @Override
    public float[] gradient(Draw draw, float[] x, float[] dy, int rows, int width) {
        throw new UnsupportedOperationException("masks only");
    }

    @Override
    public float[] evaluate(Draw draw, float[] x, int rows, int width) {
        throw new UnsupportedOperationException("masks only");
    }
}
