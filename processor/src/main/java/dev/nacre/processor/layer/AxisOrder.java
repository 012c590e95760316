package dev.nacre.processor.layer;

import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A change of the order of axes, in swaps of neighbouring groups: a group that comes too late is swapped with all that
 * stands before its place. One swap does for a rotation or for two neighbours.
 */
final class AxisOrder {
    private AxisOrder() {}

    /**
     * One swap: [leading, first, second, inner] becomes [leading, second, first, inner].
     *
     * @param result the shape of a sample afterwards
     */
    private record Swap(int leading, int first, int second, int inner, Shape result) {}

    /** @param order for each axis of the output the input's axis */
    static void emit(Emission emission, List<Integer> order, String formula) {
        emit(emission, emission.input().shape(), order, formula);
    }

    /**
     * @param shape the axes of the input, which may have other axes of its own
     * @param order for each axis of the result one of them
     */
    static void emit(Emission emission, Shape shape, List<Integer> order, String formula) {
        List<Swap> swaps = swaps(shape, order);
        if (swaps.isEmpty()) {
            emission.passThrough();
            emission.backward(gradients -> gradients.passOn(0));
            return;
        }
        Value x = emission.input();
        Value y = emission.output();
        Value from = x;
        for (int i = 0; i < swaps.size(); i++) {
            Swap swap = swaps.get(i);
            boolean last = i == swaps.size() - 1;
            Value to = last ? y : emission.intermediate("swapped" + (i + 1), swap.result());
            emission.forward(
                    "swapAxes",
                    last
                            ? y.name() + " = " + formula
                            : to.name() + ": on the way to " + formula + ", axes as " + swap.result(),
                    new Operand.Read(from),
                    new Operand.Write(to),
                    new Operand.Rows(swap.leading()),
                    new Operand.Size(swap.first()),
                    new Operand.Size(swap.second()),
                    new Operand.Size(swap.inner()));
            from = to;
        }
        emission.backward(gradients -> back(gradients, swaps, x, y));
    }

    private static void back(Gradients gradients, List<Swap> swaps, Value x, Value y) {
        Value from = gradients.output();
        for (int i = swaps.size() - 1; i >= 0; i--) {
            Swap swap = swaps.get(i);
            Value to = i == 0
                    ? gradients.input(0)
                    : gradients.intermediate("swapped" + i, swaps.get(i - 1).result());
            gradients.step(
                    "swapAxes",
                    i == 0
                            ? "d(" + x.name() + ") = d(" + y.name() + ") with its axes back in order"
                            : "d(" + y.name() + ") on the way back, axes as "
                                    + swaps.get(i - 1).result(),
                    new Operand.Read(from),
                    new Operand.Write(to),
                    new Operand.Rows(swap.leading()),
                    new Operand.Size(swap.second()),
                    new Operand.Size(swap.first()),
                    new Operand.Size(swap.inner()));
            from = to;
        }
    }

    private static List<Swap> swaps(Shape shape, List<Integer> order) {
        List<Integer> sizes = shape.sizes();
        // Axes of size 1 may stand anywhere: the array is the same.
        List<Integer> wanted =
                order.stream().filter(axis -> sizes.get(axis) > 1).toList();
        List<Integer> current = new ArrayList<>(wanted.stream().sorted().toList());
        List<Swap> swaps = new ArrayList<>();
        for (int place = 0; place < wanted.size(); place++) {
            int at = current.indexOf(wanted.get(place));
            if (at == place) {
                continue;
            }
            int end = at + 1;
            while (end < current.size() && current.get(end).equals(wanted.get(place + end - at))) {
                end++;
            }
            int leading = elements(sizes, current.subList(0, place));
            int first = elements(sizes, current.subList(place, at));
            int second = elements(sizes, current.subList(at, end));
            int inner = elements(sizes, current.subList(end, current.size()));
            Collections.rotate(current.subList(place, end), end - at);
            Shape result = new Shape(current.stream().map(sizes::get).toList());
            swaps.add(new Swap(leading, first, second, inner, result));
        }
        return swaps;
    }

    private static int elements(List<Integer> sizes, List<Integer> axes) {
        return new Shape(axes.stream().map(sizes::get).toList()).elements();
    }
}
