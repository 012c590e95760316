package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.ResamplingMessages;
import dev.nacre.processor.model.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Each channel a whole number of times larger. */
@AutoService(Layer.class)
public final class Upsample implements Layer {
    private static final String VALUE = "value";
    private static final String MODE = "mode";
    private static final String NEAREST = "NEAREST";
    private static final String ALIGN_CORNERS = "alignCorners";

    @Override
    public String name() {
        return "Upsample";
    }

    @Override
    public List<Fault> faults(Options options) {
        List<Integer> values = options.integers(VALUE);
        if (!List.of(1, 2).contains(values.size()) || Collections.min(values) < 1) {
            return List.of(new Fault(VALUE, ResamplingMessages.scale(values)));
        }
        return options.flag(ALIGN_CORNERS) && options.text(MODE).equals(NEAREST)
                ? List.of(new Fault(ALIGN_CORNERS, ResamplingMessages.cornersUnused()))
                : List.of();
    }

    @Override
    public Optional<Shape> shape(Site site) {
        Shape in = site.input();
        Optional<List<Integer>> image = PlaneSteps.image(site, ResamplingMessages.rank(name(), in));
        if (image.isEmpty()) {
            return Optional.empty();
        }
        int axes = image.get().size();
        String mode = site.options().text(MODE);
        String lines = axes == 1 ? "LINEAR" : "BILINEAR";
        if (!mode.equals(NEAREST) && !mode.equals(lines)) {
            site.report(MODE, ResamplingMessages.lines(mode, lines, in));
            return Optional.empty();
        }
        List<Integer> values = site.options().integers(VALUE);
        if (values.size() > axes) {
            site.report(VALUE, ResamplingMessages.scales(values, in));
            return Optional.empty();
        }
        List<Long> sizes = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            sizes.add((long) image.get().get(axis) * values.get(axis % values.size()));
        }
        return PlaneSteps.shape(site, name(), in.first(), sizes);
    }

    @Override
    public void emit(Emission emission) {
        List<Integer> image = PlaneSteps.image(emission.input().shape());
        List<Integer> scales = PlaneSteps.each(emission.options().integers(VALUE), image.size());
        List<Operand> operands = new ArrayList<>();
        PlaneSteps.two(image).forEach(size -> operands.add(new Operand.Size(size)));
        PlaneSteps.two(scales).forEach(scale -> operands.add(new Operand.Size(scale)));
        String larger = scales.stream()
                        .map(String::valueOf)
                        .reduce((a, b) -> a + "x" + b)
                        .orElseThrow() + " times larger, ";
        if (emission.options().text(MODE).equals(NEAREST)) {
            PlaneSteps.linear("upsampleNearest").emit(emission, larger + "elements repeated", operands);
        } else {
            operands.add(new Operand.Flag(emission.options().flag(ALIGN_CORNERS)));
            PlaneSteps.linear("upsampleLinear").emit(emission, larger + "on lines between neighbours", operands);
        }
    }
}
