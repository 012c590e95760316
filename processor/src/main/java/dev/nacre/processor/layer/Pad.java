package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.ResamplingMessages;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A margin around each channel, or one taken away. */
@AutoService(Layer.class)
public final class Pad implements Layer {
    private static final String VALUE = "value";
    private static final String MODE = "mode";
    private static final String CONSTANT = "constant";

    @Override
    public String name() {
        return "Pad";
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of(CONSTANT, Range.finite("what a margin is made of"));
    }

    @Override
    public List<Fault> faults(Options options) {
        List<Integer> values = options.integers(VALUE);
        if (!List.of(1, 2, 4).contains(values.size())) {
            return List.of(new Fault(VALUE, ResamplingMessages.padding(values)));
        }
        String mode = options.text(MODE);
        return mode.equals("CONSTANT") || options.number(CONSTANT) == 0
                ? List.of()
                : List.of(new Fault(CONSTANT, ResamplingMessages.constantUnused(mode)));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        Shape in = site.input();
        Optional<List<Integer>> image = PlaneSteps.image(site, ResamplingMessages.rank(name(), in));
        List<Integer> values = site.options().integers(VALUE);
        if (image.isEmpty()) {
            return Optional.empty();
        }
        int axes = image.get().size();
        if (values.size() > 2 * axes) {
            site.report(VALUE, ResamplingMessages.sides(values, in));
            return Optional.empty();
        }
        List<Long> sizes = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            int size = image.get().get(axis);
            int before = side(values, axes, axis, 0);
            int after = side(values, axes, axis, 1);
            if (-(Math.min(0L, before) + Math.min(0L, after)) >= size) {
                site.report(VALUE, ResamplingMessages.crops(values, before, after, size, in));
                return Optional.empty();
            }
            if (site.options().text(MODE).equals("REFLECT") && Math.max(before, after) >= size) {
                site.report(VALUE, ResamplingMessages.reflects(values, Math.max(before, after), size, in));
                return Optional.empty();
            }
            sizes.add((long) size + before + after);
        }
        return PlaneSteps.shape(site, name(), in.first(), sizes);
    }

    /** What is put at one side of an axis, 0 for the front; below 0 for what is taken away. */
    private static int side(List<Integer> values, int axes, int axis, int side) {
        return values.size() == 1
                ? values.get(0)
                : values.size() == 2 * axes ? values.get(2 * axis + side) : values.get(axis);
    }

    @Override
    public void emit(Emission emission) {
        List<Integer> image = PlaneSteps.image(emission.input().shape());
        int axes = image.size();
        List<Integer> values = emission.options().integers(VALUE);
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            before.add(side(values, axes, axis, 0));
            after.add(side(values, axes, axis, 1));
        }
        List<Integer> ones = Collections.nCopies(axes, 1);
        Window around = new Window(image, ones, ones, before, after, ones, false);
        List<Operand> operands = List.of(new Operand.Windowed(emission.name(), around));
        boolean crops = Collections.min(values) < 0;
        boolean pads = Collections.max(values) > 0;
        String cropped = crops ? pads ? "cropped, " : "cropped" : "";
        switch (pads ? emission.options().text(MODE) : "CONSTANT") {
            case "REFLECT" -> PlaneSteps.linear("padReflect").emit(emission, cropped + "reflected around it", operands);
            case "REPLICATE" ->
                PlaneSteps.linear("padReplicate").emit(emission, cropped + "its border repeated around it", operands);
            default -> {
                double constant = emission.options().number(CONSTANT);
                String margin = constant == 0 ? "zeros around it" : (float) constant + " around it";
                String what = pads || !crops ? cropped + margin : cropped;
                PlaneSteps.linear("pad").emit(emission, what, operands, new Operand.Number(constant));
            }
        }
    }
}
