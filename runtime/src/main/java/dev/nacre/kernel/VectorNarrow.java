package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * The gradient of weights of {@link VectorSmall} for four inputs and vectors of 8 or 16, which then hold the weights of two or four
 * outputs. Written out for four, because HotSpot takes masks for constants only where each has a name.
 */
final class VectorNarrow {
    static final int INPUTS = 4;

    private static final VectorMask<Float> INPUT_1 = lanes(0x2222);
    private static final VectorMask<Float> INPUT_2 = lanes(0x4444);
    private static final VectorMask<Float> INPUT_3 = lanes(0x8888);
    private static final VectorMask<Float> OUTPUT_1 = lanes(0x00f0);
    private static final VectorMask<Float> OUTPUT_2 = lanes(0x0f00);
    private static final VectorMask<Float> OUTPUT_3 = lanes(0xf000);

    private VectorNarrow() {}

    private static VectorMask<Float> lanes(long bits) {
        return VectorMask.fromLong(FLOATS, bits & (1L << LANES) - 1);
    }

    /** {@code dw = dyᵀ x}, or {@code dw += dyᵀ x}: dw [out, 4]. */
    static void weightGradient(float[] dy, float[] x, float[] dw, int rows, int out, boolean add) {
        for (int row = 0; row < rows; row++) {
            outer(dy, row * out, x, row * INPUTS, dw, out, add || row > 0);
        }
    }

    private static void outer(float[] dy, int dyAt, float[] x, int xAt, float[] dw, int out, boolean add) {
        FloatVector inputs = FloatVector.broadcast(FLOATS, x[xAt])
                .blend(FloatVector.broadcast(FLOATS, x[xAt + 1]), INPUT_1)
                .blend(FloatVector.broadcast(FLOATS, x[xAt + 2]), INPUT_2)
                .blend(FloatVector.broadcast(FLOATS, x[xAt + 3]), INPUT_3);
        FloatVector zero = FloatVector.zero(FLOATS);
        for (int j = 0; j < out; j += LANES / INPUTS) {
            FloatVector before = add ? FloatVector.fromArray(FLOATS, dw, j * INPUTS) : zero;
            outputs(dy, dyAt + j).fma(inputs, before).intoArray(dw, j * INPUTS);
        }
    }

    /** The gradient of each output four times. */
    private static FloatVector outputs(float[] dy, int at) {
        FloatVector two =
                FloatVector.broadcast(FLOATS, dy[at]).blend(FloatVector.broadcast(FLOATS, dy[at + 1]), OUTPUT_1);
        if (LANES == 2 * INPUTS) {
            return two;
        }
        return two.blend(FloatVector.broadcast(FLOATS, dy[at + 2]), OUTPUT_2)
                .blend(FloatVector.broadcast(FLOATS, dy[at + 3]), OUTPUT_3);
    }
}
