package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.INTS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** Many numbers made one, a vector at a time. */
final class VectorReductions {
    private VectorReductions() {}

    static float largestMagnitude(float[] x, int length) {
        IntVector largest = IntVector.zero(INTS);
        int i = 0;
        for (; i + LANES <= length; i += LANES) {
            largest = largest.max(
                    FloatVector.fromArray(FLOATS, x, i).reinterpretAsInts().and(Magnitudes.MASK));
        }
        return Magnitudes.largest(x, i, length, largest.reduceLanes(VectorOperators.MAX));
    }
}
