package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.ShapeMessages;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of the parts that an axis is split into. */
@AutoService(Layer.class)
public final class Split implements Layer {
    @Override
    public String name() {
        return "Split";
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("parts", Range.atLeast(1, "the number of parts"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        int parts = site.options().integer("parts");
        List<Integer> sizes = site.options().integers("sizes");
        if (parts == 0 == sizes.isEmpty()) {
            site.report(
                    parts == 0 ? "" : "sizes", parts == 0 ? ShapeMessages.noParts() : ShapeMessages.partsAndSizes());
            return Optional.empty();
        }
        Optional<Integer> wrong = sizes.stream().filter(size -> size < 1).findFirst();
        if (wrong.isPresent()) {
            site.report("sizes", ShapeMessages.partSize(sizes, wrong.get()));
            return Optional.empty();
        }
        Optional<SampleAxis> found = SampleAxis.of(site, name(), "axis");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        SampleAxis axis = found.get();
        if (parts > 0 && axis.size() % parts != 0) {
            site.report("parts", ShapeMessages.unequalParts(parts, axis.size(), axis.axis(), site.input()));
            return Optional.empty();
        }
        long sum = sizes.stream().mapToLong(size -> size).sum();
        if (parts == 0 && sum != axis.size()) {
            site.report("sizes", ShapeMessages.partsSum(sizes, sum, axis.size(), axis.axis(), site.input()));
            return Optional.empty();
        }
        int index = site.options().integer("index");
        int count = parts == 0 ? sizes.size() : parts;
        if (!SampleAxis.exists(index, count)) {
            site.report("index", ShapeMessages.partOutside(index, count));
            return Optional.empty();
        }
        return Optional.of(axis.resized(site.input(), part(axis, site.options()).count()));
    }

    private static AxisPart part(SampleAxis axis, Options options) {
        int parts = options.integer("parts");
        List<Integer> sizes = parts == 0 ? options.integers("sizes") : Collections.nCopies(parts, axis.size() / parts);
        int index = SampleAxis.number(options.integer("index"), sizes.size());
        int from = sizes.subList(0, index).stream().mapToInt(size -> size).sum();
        return new AxisPart(axis, from, 1, sizes.get(index));
    }

    @Override
    public void emit(Emission emission) {
        SampleAxis axis =
                SampleAxis.of(emission.input().shape(), emission.options().integer("axis"));
        part(axis, emission.options()).emit(emission);
    }
}
