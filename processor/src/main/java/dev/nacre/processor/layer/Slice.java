package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.ShapeMessages;
import java.util.Map;
import java.util.Optional;

/** A part of an axis, by positions. */
@AutoService(Layer.class)
public final class Slice implements Layer {
    private static final int END = Integer.MAX_VALUE;

    @Override
    public String name() {
        return "Slice";
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("step", Range.atLeast(1, "the distance between two positions"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        Optional<SampleAxis> found = SampleAxis.of(site, name(), "axis");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        SampleAxis axis = found.get();
        int from = site.options().integer("from");
        int to = site.options().integer("to");
        if (from < -axis.size() || from >= axis.size()) {
            site.report("from", ShapeMessages.fromOutside(from, axis.axis(), site.input()));
            return Optional.empty();
        }
        if (to != END && (to < -axis.size() || to > axis.size())) {
            site.report("to", ShapeMessages.toOutside(to, axis.axis(), site.input()));
            return Optional.empty();
        }
        AxisPart part = part(axis, site.options());
        if (part.count() < 1) {
            site.report(
                    to == END ? "from" : "to",
                    ShapeMessages.emptySlice(
                            position(from, axis.size()), end(to, axis.size()), axis.axis(), site.input()));
            return Optional.empty();
        }
        return Optional.of(axis.resized(site.input(), part.count()));
    }

    private static AxisPart part(SampleAxis axis, Options options) {
        int from = position(options.integer("from"), axis.size());
        int length = end(options.integer("to"), axis.size()) - from;
        int step = options.integer("step");
        return new AxisPart(axis, from, step, length < 1 ? 0 : 1 + (length - 1) / step);
    }

    private static int end(int written, int size) {
        return written == END ? size : position(written, size);
    }

    private static int position(int written, int size) {
        return written < 0 ? written + size : written;
    }

    @Override
    public void emit(Emission emission) {
        SampleAxis axis =
                SampleAxis.of(emission.input().shape(), emission.options().integer("axis"));
        part(axis, emission.options()).emit(emission);
    }
}
