package dev.nacre.processor.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the inputs: every {@code @In}, its shape checked or taken from a record. */
final class InputReader {
    private final ComponentReader components;
    private final Reporter reporter;
    private final Map<String, Draft.Input> inputs = new LinkedHashMap<>();
    private final Map<String, List<Integer>> written = new LinkedHashMap<>();

    InputReader(StackReader stacks, Reporter reporter) {
        this.components = new ComponentReader(stacks, reporter);
        this.reporter = reporter;
    }

    Map<String, Draft.Input> inputs() {
        return inputs;
    }

    /** Reads the {@code @In} of a parameter or of the type; a name that is known must come with the same shape. */
    void read(String name, Declarations.Type type, Declarations.Input in, Position position) {
        Draft.Input known = inputs.get(name);
        if (known != null && !ArgumentRules.isValue(known.type())) {
            return;
        }
        if (known != null) {
            if (!known.type().equals(type)) {
                reporter.error(position, Messages.inputTypes(name, known.type(), type));
            } else if (known.shape().isPresent() && !written.get(name).equals(in.shape())) {
                reporter.error(
                        in.position().option("value"), Messages.inputShapes(name, written.get(name), in.shape()));
            }
            return;
        }
        if (Names.reservedForInput(name)) {
            reporter.error(position, Messages.reservedName("an input", name));
        }
        inputs.put(
                name,
                type instanceof Declarations.RecordType record
                        ? recordInput(name, record, in, position)
                        : new Draft.Input(name, writtenShape(name, in), type, List.of()));
        written.put(name, in.shape());
    }

    /** Takes note of an input whose type is wrong, so that those who read it are not in error too. */
    void fail(String name, Declarations.Type type) {
        inputs.putIfAbsent(name, new Draft.Input(name, Optional.empty(), type, List.of()));
        written.putIfAbsent(name, List.of());
    }

    private Optional<Shape> writtenShape(String name, Declarations.Input in) {
        List<Integer> sizes = in.shape();
        if (sizes.isEmpty()) {
            reporter.error(in.position(), Messages.inputShapeMissing(name));
            return Optional.empty();
        }
        if (sizes.stream().anyMatch(size -> size < 1)) {
            reporter.error(in.position().option("value"), Messages.inputShapeSize(name, sizes));
            return Optional.empty();
        }
        if (!Shape.fits(sizes)) {
            reporter.error(in.position().option("value"), Messages.inputTooLarge(name, new Shape(sizes)));
            return Optional.empty();
        }
        return Optional.of(new Shape(sizes));
    }

    private Draft.Input recordInput(
            String name, Declarations.RecordType record, Declarations.Input in, Position position) {
        boolean sound = true;
        if (!in.shape().isEmpty()) {
            reporter.error(in.position().option("value"), Messages.recordWithShape(name, record));
            sound = false;
        }
        if (record.components().isEmpty()) {
            reporter.error(position, Messages.recordEmpty(record));
            sound = false;
        }
        for (Declarations.Component component : record.components()) {
            if (component.kind() == Declarations.ComponentKind.OTHER) {
                reporter.error(component.position(), Messages.component(record, component.name()));
            } else if (component.enumType().isPresent()
                    && component.enumType().get().constants().isEmpty()) {
                reporter.error(
                        component.position(),
                        Messages.enumEmpty(component.enumType().get()));
            }
        }
        Optional<List<RecordLayer.Part>> parts = components.read(record);
        if (parts.isPresent() && RecordLayer.width(parts.get()) > Integer.MAX_VALUE) {
            reporter.error(position, RecordMessages.tooWide(record, RecordLayer.width(parts.get())));
            sound = false;
        }
        return sound && parts.isPresent()
                ? new Draft.Input(name, Optional.of(Shape.of(RecordColumn.width(record))), record, parts.get())
                : new Draft.Input(name, Optional.empty(), record, List.of());
    }

    List<String> names() {
        return new ArrayList<>(inputs.keySet());
    }
}
