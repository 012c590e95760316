package dev.nacre.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** The vector width of {@link VectorKernels}, fixed for the life of the virtual machine: constants to the compiler. */
final class VectorWidth {
    static final VectorSpecies<Float> FLOATS = floats(bits());
    /** The floats in a vector: 4, 8 or 16. */
    static final int LANES = FLOATS.length();

    static final VectorSpecies<Integer> INTS = ints(LANES);

    private VectorWidth() {}

    private static int bits() {
        int requested = KernelProvider.requestedBits();
        // Random words and partial sums come in groups of 16: wider vectors would not divide them.
        return requested != 0 ? requested : Math.max(128, Math.min(512, FloatVector.SPECIES_PREFERRED.vectorBitSize()));
    }

    private static VectorSpecies<Float> floats(int bits) {
        return switch (bits) {
            case 128 -> FloatVector.SPECIES_128;
            case 256 -> FloatVector.SPECIES_256;
            default -> FloatVector.SPECIES_512;
        };
    }

    private static VectorSpecies<Integer> ints(int lanes) {
        return switch (lanes) {
            case 4 -> IntVector.SPECIES_128;
            case 8 -> IntVector.SPECIES_256;
            default -> IntVector.SPECIES_512;
        };
    }
}
