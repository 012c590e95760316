package dev.nacre.verification.dropout;

/** A candidate that drops weights: a row is a unit, a column an input. */
interface Connected extends Candidate {
    /** @return how many units a mask has */
    int units();

    /** @return the number of the layer that the masks take */
    int maskLayer(Draw draw);

    /** The masked weights once more, as the gradient of the input sees them. */
    float[] throughInputGradient(Draw draw, float[] x, int rows);
}
