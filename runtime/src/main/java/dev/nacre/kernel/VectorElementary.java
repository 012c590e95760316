package dev.nacre.kernel;

import static dev.nacre.kernel.Elementary.*;
import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link Elementary} on vectors, step for step, so that both give the same bits. All lengths are multiples of the
 * vector length.
 *
 * <p>These are loops over arrays and not functions of vectors: HotSpot always inlines the Vector API into a loop, but
 * stops inlining other methods when the loop has grown large, and a vector that crosses such a call becomes an object.
 *
 * <p>Here and in the other classes of vectors a loop stands in a method of more than 325 bytes of bytecode, together with others
 * where it is short: HotSpot inlines no such method, and each is a compilation of its own. In one that has made 18,000 nodes, or
 * is 15 calls deep, it puts off inlining even the Vector API, and then on JDK 17 some vectors remain objects for good; which loops
 * used to meet in a caller was chance.
 */
final class VectorElementary {
    private VectorElementary() {}

    /** {@code y = exp(x)}; x and y may be one array. */
    static void exp(float[] x, int xAt, float[] y, int yAt, int length) {
        exp(x, xAt, y, yAt, length, -1, 1f);
    }

    /** {@code y = exp(factor |x|)}; x and y may be one array. */
    static void expOfMagnitude(float[] x, int xAt, float[] y, int yAt, int length, float factor) {
        exp(x, xAt, y, yAt, length, ~SIGN, factor);
    }

    /** {@code y = exp(factor (x & bits))}. */
    private static void exp(float[] x, int xAt, float[] y, int yAt, int length, int bits, float factor) {
        for (int i = 0; i < length; i += LANES) {
            FloatVector v = FloatVector.fromArray(FLOATS, x, xAt + i)
                    .reinterpretAsInts()
                    .lanewise(VectorOperators.AND, bits)
                    .reinterpretAsFloats()
                    .mul(factor)
                    .max(EXP_LOWEST)
                    .min(EXP_HIGHEST);
            FloatVector rounded = v.fma(FloatVector.broadcast(FLOATS, LOG2_E), FloatVector.broadcast(FLOATS, ROUNDER));
            FloatVector n = rounded.sub(ROUNDER);
            FloatVector r = n.fma(FloatVector.broadcast(FLOATS, -LN2_HIGH), v);
            r = n.fma(FloatVector.broadcast(FLOATS, -LN2_LOW), r);
            FloatVector p = FloatVector.broadcast(FLOATS, EXP_6);
            p = p.fma(r, FloatVector.broadcast(FLOATS, EXP_5));
            p = p.fma(r, FloatVector.broadcast(FLOATS, EXP_4));
            p = p.fma(r, FloatVector.broadcast(FLOATS, EXP_3));
            p = p.fma(r, FloatVector.broadcast(FLOATS, EXP_2));
            p = p.fma(r, FloatVector.broadcast(FLOATS, 1f));
            p = p.fma(r, FloatVector.broadcast(FLOATS, 1f));
            IntVector power = rounded.reinterpretAsInts().sub(ROUNDER_BITS);
            IntVector half = power.lanewise(VectorOperators.ASHR, 1);
            IntVector first = half.add(127).lanewise(VectorOperators.LSHL, 23);
            IntVector second = power.sub(half).add(127).lanewise(VectorOperators.LSHL, 23);
            p.mul(first.reinterpretAsFloats()).mul(second.reinterpretAsFloats()).intoArray(y, yAt + i);
        }
    }

    /**
     * The sigmoid, given {@code exp(-|x|)}, or the hyperbolic tangent, given {@code exp(2 |x|)}; x and y may be one array.
     */
    static void saturate(float[] x, float[] exponentials, float[] y, int at, int length, boolean tanh) {
        if (!tanh) {
            for (int i = 0; i < length; i += LANES) {
                FloatVector e = FloatVector.fromArray(FLOATS, exponentials, i);
                VectorMask<Float> negative =
                        FloatVector.fromArray(FLOATS, x, at + i).compare(VectorOperators.LT, 0f);
                FloatVector d = e.add(1f);
                FloatVector v =
                        FloatVector.broadcast(FLOATS, 1f).blend(e, negative).div(d);
                FloatVector lost = e.sub(d.sub(1f));
                v.neg().fma(lost, v).intoArray(y, at + i);
            }
            return;
        }
        for (int i = 0; i < length; i += LANES) {
            IntVector bits = FloatVector.fromArray(FLOATS, x, at + i).reinterpretAsInts();
            FloatVector a = bits.lanewise(VectorOperators.AND, ~SIGN).reinterpretAsFloats();
            FloatVector z = a.mul(a);
            FloatVector p = FloatVector.broadcast(FLOATS, TANH_11);
            p = p.fma(z, FloatVector.broadcast(FLOATS, TANH_9));
            p = p.fma(z, FloatVector.broadcast(FLOATS, TANH_7));
            p = p.fma(z, FloatVector.broadcast(FLOATS, TANH_5));
            p = p.fma(z, FloatVector.broadcast(FLOATS, TANH_3));
            FloatVector small = p.fma(z.mul(a), a);
            FloatVector e = FloatVector.fromArray(FLOATS, exponentials, i).add(1f);
            FloatVector one = FloatVector.broadcast(FLOATS, 1f);
            FloatVector large = one.sub(one.add(one).div(e));
            large.blend(small, a.compare(VectorOperators.LT, TANH_SMALL))
                    .reinterpretAsInts()
                    .lanewise(VectorOperators.OR, bits.lanewise(VectorOperators.AND, SIGN))
                    .reinterpretAsFloats()
                    .intoArray(y, at + i);
        }
    }
}
