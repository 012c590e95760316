package dev.nacre.kernel;

import static dev.nacre.kernel.Elementary.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** {@link Elementary} on vectors, step for step, so that both give the same bits. */
final class VectorElementary {
    private VectorElementary() {}

    static FloatVector exp(FloatVector argument) {
        FloatVector x = argument.blend(EXP_LOWEST, argument.compare(VectorOperators.LT, EXP_LOWEST));
        x = x.blend(EXP_HIGHEST, x.compare(VectorOperators.GT, EXP_HIGHEST));
        FloatVector rounded = x.fma(VectorWidth.all(LOG2_E), VectorWidth.all(ROUNDER));
        FloatVector n = rounded.sub(ROUNDER);
        FloatVector r = n.fma(VectorWidth.all(-LN2_HIGH), x);
        r = n.fma(VectorWidth.all(-LN2_LOW), r);
        FloatVector p = VectorWidth.all(EXP_6);
        p = p.fma(r, VectorWidth.all(EXP_5));
        p = p.fma(r, VectorWidth.all(EXP_4));
        p = p.fma(r, VectorWidth.all(EXP_3));
        p = p.fma(r, VectorWidth.all(EXP_2));
        p = p.fma(r, VectorWidth.all(1f));
        p = p.fma(r, VectorWidth.all(1f));
        IntVector power = rounded.reinterpretAsInts().sub(ROUNDER_BITS);
        IntVector half = power.lanewise(VectorOperators.ASHR, 1);
        FloatVector first =
                half.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
        FloatVector second =
                power.sub(half).add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
        return p.mul(first).mul(second);
    }

    static FloatVector sigmoid(FloatVector x) {
        FloatVector e = exp(magnitude(x).reinterpretAsInts()
                .lanewise(VectorOperators.XOR, SIGN)
                .reinterpretAsFloats());
        VectorMask<Float> negative = x.compare(VectorOperators.LT, 0f);
        return VectorWidth.all(1f).blend(e, negative).div(e.add(1f));
    }

    /** {@code exp(2 |x|)}, the first half of tanh. */
    static FloatVector expOfTwice(FloatVector x) {
        FloatVector a = magnitude(x);
        return exp(a.add(a));
    }

    /** The second half, given the first. */
    static FloatVector tanh(FloatVector x, FloatVector expOfTwice) {
        FloatVector a = magnitude(x);
        FloatVector z = a.mul(a);
        FloatVector p = VectorWidth.all(TANH_11);
        p = p.fma(z, VectorWidth.all(TANH_9));
        p = p.fma(z, VectorWidth.all(TANH_7));
        p = p.fma(z, VectorWidth.all(TANH_5));
        p = p.fma(z, VectorWidth.all(TANH_3));
        FloatVector small = p.fma(z.mul(a), a);
        FloatVector one = VectorWidth.all(1f);
        FloatVector large = one.sub(VectorWidth.all(2f).div(expOfTwice.add(1f)));
        FloatVector y = large.blend(small, a.compare(VectorOperators.LT, TANH_SMALL));
        return y.reinterpretAsInts()
                .lanewise(VectorOperators.OR, x.reinterpretAsInts().lanewise(VectorOperators.AND, SIGN))
                .reinterpretAsFloats();
    }

    static FloatVector relu(FloatVector x) {
        return x.blend(0f, x.compare(VectorOperators.LE, 0f));
    }

    private static FloatVector magnitude(FloatVector x) {
        return x.reinterpretAsInts().lanewise(VectorOperators.AND, ~SIGN).reinterpretAsFloats();
    }
}
