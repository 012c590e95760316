package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.ShapeMessages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Two axes of a sample swapped. */
@AutoService(Layer.class)
public final class Transpose implements Layer {
    @Override
    public String name() {
        return "Transpose";
    }

    @Override
    public Optional<Shape> shape(Site site) {
        Shape in = site.input();
        if (in.rank() < 2) {
            site.report("", ShapeMessages.nothingToSwap(in));
            return Optional.empty();
        }
        Optional<SampleAxis> first = SampleAxis.of(site, name(), "first");
        Optional<SampleAxis> second = SampleAxis.of(site, name(), "second");
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        if (first.get().axis() == second.get().axis()) {
            site.report("second", ShapeMessages.swappedWithItself(first.get().axis(), in));
            return Optional.empty();
        }
        return Optional.of(
                new Shape(swapped(in.sizes(), first.get().axis(), second.get().axis())));
    }

    private static List<Integer> swapped(List<Integer> list, int first, int second) {
        List<Integer> swapped = new ArrayList<>(list);
        Collections.swap(swapped, first, second);
        return swapped;
    }

    @Override
    public void emit(Emission emission) {
        int rank = emission.input().shape().rank();
        int first = SampleAxis.number(emission.options().integer("first"), rank);
        int second = SampleAxis.number(emission.options().integer("second"), rank);
        AxisOrder.emit(
                emission,
                swapped(IntStream.range(0, rank).boxed().toList(), first, second),
                emission.input().name() + " with its axes " + first + " and " + second + " swapped");
    }
}
