package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.ShapeMessages;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The axes of a sample in any other order. */
@AutoService(Layer.class)
public final class Permute implements Layer {
    @Override
    public String name() {
        return "Permute";
    }

    @Override
    public Optional<Shape> shape(Site site) {
        List<Integer> written = site.options().integers("value");
        Shape in = site.input();
        Set<Integer> seen = new HashSet<>();
        for (int axis : written) {
            if (!SampleAxis.exists(axis, in.rank())) {
                site.report("value", ShapeMessages.permutedAxis(written, axis, in));
                return Optional.empty();
            }
            if (!seen.add(SampleAxis.number(axis, in.rank()))) {
                site.report("value", ShapeMessages.permutedTwice(written, axis, in));
                return Optional.empty();
            }
        }
        if (written.size() != in.rank()) {
            site.report("value", ShapeMessages.permutedCount(written, in));
            return Optional.empty();
        }
        return Optional.of(new Shape(
                order(written).stream().map(axis -> in.sizes().get(axis)).toList()));
    }

    private static List<Integer> order(List<Integer> written) {
        return written.stream()
                .map(axis -> SampleAxis.number(axis, written.size()))
                .toList();
    }

    @Override
    public void emit(Emission emission) {
        List<Integer> order = order(emission.options().integers("value"));
        AxisOrder.emit(emission, order, emission.input().name() + " with its axes in the order " + order);
    }
}
