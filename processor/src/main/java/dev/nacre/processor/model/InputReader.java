package dev.nacre.processor.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the inputs: every {@code @In}, its shape checked or taken from a record. */
final class InputReader {
    private final Reporter reporter;
    private final Map<String, Draft.Input> inputs = new LinkedHashMap<>();
    private final Map<String, List<Integer>> written = new LinkedHashMap<>();

    InputReader(Reporter reporter) {
        this.reporter = reporter;
    }

    Map<String, Draft.Input> inputs() {
        return inputs;
    }

    /** Reads the {@code @In} of a parameter or of the type; a name that is known must come with the same shape. */
    void read(String name, Declarations.Type type, Declarations.Input in, Position position) {
        Draft.Input known = inputs.get(name);
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
        Optional<Shape> shape = type instanceof Declarations.RecordType record
                ? recordShape(name, record, in, position)
                : writtenShape(name, in);
        inputs.put(name, new Draft.Input(name, shape, type));
        written.put(name, in.shape());
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

    private Optional<Shape> recordShape(
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
        int elements = 0;
        for (Declarations.Component component : record.components()) {
            switch (component.kind()) {
                case NUMBER, BOOLEAN -> elements++;
                case ENUM -> {
                    Declarations.EnumType type = component.enumType().orElseThrow();
                    if (type.constants().isEmpty()) {
                        reporter.error(component.position(), Messages.enumEmpty(type));
                        sound = false;
                    }
                    elements += type.constants().size();
                }
                case OTHER -> {
                    reporter.error(component.position(), Messages.component(record, component.name()));
                    sound = false;
                }
            }
        }
        return sound ? Optional.of(Shape.of(elements)) : Optional.empty();
    }

    List<String> names() {
        return new ArrayList<>(inputs.keySet());
    }
}
