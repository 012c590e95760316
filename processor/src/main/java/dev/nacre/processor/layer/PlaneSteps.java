package dev.nacre.processor.layer;

import dev.nacre.processor.model.Message;
import dev.nacre.processor.model.Messages;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The steps of what the runtime computes plane by plane: {@code operation(x, y, planes, ...)} and its gradient
 * {@code operationGradient([x,] [y,] dy, dx, planes, ...)}.
 *
 * @param operation the name in the runtime
 * @param readsInput whether the gradient needs x
 * @param readsOutput whether the gradient needs y
 */
record PlaneSteps(String operation, boolean readsInput, boolean readsOutput) {
    /** One whose gradient needs nothing but dy. */
    static PlaneSteps linear(String operation) {
        return new PlaneSteps(operation, false, false);
    }

    /**
     * @param what the operation does to its input, such as {@code max under 2x2}
     * @param sizes the operands behind the planes, forward and back
     * @param forwardOnly what follows them forward
     */
    void emit(Emission emission, String what, List<Operand> sizes, Operand... forwardOnly) {
        Value x = emission.input();
        Value y = emission.output();
        Operand planes = new Operand.Rows(x.shape().first());
        List<Operand> forward = new ArrayList<>(List.of(new Operand.Read(x), new Operand.Write(y), planes));
        forward.addAll(sizes);
        forward.addAll(Arrays.asList(forwardOnly));
        emission.forward(operation, y.name() + " = " + x.name() + ", " + what, forward.toArray(Operand[]::new));
        emission.backward(gradients -> {
            List<Operand> back = new ArrayList<>();
            if (readsInput) {
                back.add(new Operand.Read(x));
            }
            if (readsOutput) {
                back.add(new Operand.Read(y));
            }
            back.add(new Operand.Read(gradients.output()));
            back.add(new Operand.Write(gradients.input(0)));
            back.add(planes);
            back.addAll(sizes);
            gradients.step(
                    operation + "Gradient",
                    "d(" + x.name() + ") from d(" + y.name() + "), back through " + what,
                    back.toArray(Operand[]::new));
        });
    }

    /** @return the sizes of the axes behind the channels, where there are one or two; else empty after the report */
    static Optional<List<Integer>> image(Site site, Message otherwise) {
        int rank = site.input().rank();
        if (rank != 2 && rank != 3) {
            site.report("", otherwise);
            return Optional.empty();
        }
        return Optional.of(image(site.input()));
    }

    static List<Integer> image(Shape in) {
        return in.sizes().subList(1, in.rank());
    }

    /** @return two sizes for one or two axes: what has one axis has height 1 */
    static List<Integer> two(List<Integer> sizes) {
        return sizes.size() == 1 ? List.of(1, sizes.get(0)) : sizes;
    }

    /** @return one number for each axis, where one number may stand for all */
    static List<Integer> each(List<Integer> values, int axes) {
        return values.size() == 1 ? java.util.Collections.nCopies(axes, values.get(0)) : values;
    }

    /** @return these channels and the sizes behind them; empty after a report that they are too many elements */
    static Optional<Shape> shape(Site site, String layer, long channels, List<Long> behind) {
        BigInteger elements = BigInteger.valueOf(channels);
        for (long size : behind) {
            elements = elements.multiply(BigInteger.valueOf(size));
        }
        if (elements.bitLength() >= Integer.SIZE) {
            site.report("", Messages.tooLarge("the output of @" + layer, elements.toString()));
            return Optional.empty();
        }
        List<Integer> sizes = new ArrayList<>(List.of((int) channels));
        behind.forEach(size -> sizes.add(size.intValue()));
        return Optional.of(new Shape(sizes));
    }
}
