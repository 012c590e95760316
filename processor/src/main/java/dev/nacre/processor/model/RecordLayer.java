package dev.nacre.processor.model;

import dev.nacre.processor.layer.Emission;
import dev.nacre.processor.layer.Gradients;
import dev.nacre.processor.layer.Layer;
import dev.nacre.processor.layer.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** From the columns of a record to its vector: the layers of each component, the results side by side. */
final class RecordLayer implements Layer {
    private final List<Part> parts;

    RecordLayer(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * A component.
     *
     * @param column where it comes from
     * @param stack the layers on it, named {@code age.standardize}
     * @param shapes what comes out of each
     * @param indicates whether an element says that it is missing
     */
    record Part(RecordColumn column, List<Placed> stack, List<Shape> shapes, boolean indicates) {
        /** @return the elements of the vector, without the indicator */
        int elements() {
            return shapes.isEmpty()
                    ? column.width()
                    : shapes.get(shapes.size() - 1).elements();
        }

        int width() {
            return elements() + (indicates ? 1 : 0);
        }

        boolean isCopied() {
            return stack.isEmpty() && !indicates;
        }

        /** @return {@code age: Standardize}; what nobody wrote is left out */
        String described() {
            String layers =
                    column.component().stack().stream().map(Placed::described).collect(Collectors.joining(" "));
            return column.component().name() + (layers.isEmpty() ? "" : ": " + layers);
        }
    }

    /** @return whether the columns as they are make the vector, and no layer is needed */
    static boolean isIdentity(List<Part> parts) {
        return parts.stream().allMatch(Part::isCopied);
    }

    /** @return the number of elements of the vector */
    static long width(List<Part> parts) {
        return parts.stream().mapToLong(Part::width).sum();
    }

    @Override
    public String name() {
        return "Record";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.PARAMETERS);
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return Optional.of(Shape.of((int) width(parts)));
    }

    /** @return {@code age: Standardize, port: Embedding(3), alone} */
    String described() {
        return parts.stream().map(Part::described).collect(Collectors.joining(", "));
    }

    @Override
    public void emit(Emission emission) {
        BlockEmission.LayerEmission own = (BlockEmission.LayerEmission) emission;
        List<ComponentEmission> components = new ArrayList<>();
        int offset = 0;
        for (int i = 0; i < parts.size(); ) {
            Part part = parts.get(i);
            int to = i + 1;
            int width = part.width();
            // What stays as it is is moved in one go.
            while (part.isCopied() && to < parts.size() && parts.get(to).isCopied()) {
                width += parts.get(to).width();
                to++;
            }
            components.add(new ComponentEmission(own, part, offset, width));
            offset += width;
            i = to;
        }
        // An index that is no constant's is refused before any statistic moves.
        components.stream().filter(ComponentEmission::isEmbedded).forEach(ComponentEmission::forward);
        components.stream().filter(component -> !component.isEmbedded()).forEach(ComponentEmission::forward);
        emission.backward(gradients -> backward(components, gradients));
    }

    private static void backward(List<ComponentEmission> components, Gradients gradients) {
        // A gradient of the whole input even where no component has one of its own.
        Value input = gradients.input(0);
        components.forEach(component -> component.backward(gradients.output(), input, gradients));
    }
}
