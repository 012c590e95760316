package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.FloatVector;

/** Copies of some ten elements, for which {@link System#arraycopy} takes longer than the copying. */
final class ShortCopies {
    private ShortCopies() {}

    /** The last vector ends with the last element, and may begin before the end of the one before it. */
    static void copy(float[] from, int at, float[] to, int toAt, int count) {
        if (count >= LANES) {
            int last = count - LANES;
            for (int i = 0; i < last; i += LANES) {
                FloatVector.fromArray(FLOATS, from, at + i).intoArray(to, toAt + i);
            }
            FloatVector.fromArray(FLOATS, from, at + last).intoArray(to, toAt + last);
        } else {
            for (int i = 0; i < count; i++) {
                to[toAt + i] = from[at + i];
            }
        }
    }
}
