package dev.nacre.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a network that uses another needs to know of it.
 *
 * @param inputs in order of declaration
 * @param outputs in order of declaration
 * @param parameters the number of its parameters' elements
 * @param multiplyAdds of one sample
 * @param linearPaths how many of its layers drop more the deeper they are
 * @param penalised whether its weights may add to the loss; of a class that was compiled before only that can tell
 */
record UsedPlan(
        List<Port> inputs, List<Port> outputs, long parameters, long multiplyAdds, int linearPaths, boolean penalised) {
    /** A named array of a known shape. */
    record Port(String name, Shape shape) {
        @Override
        public String toString() {
            return name + " " + shape;
        }
    }

    static UsedPlan of(Graph graph) {
        return new UsedPlan(
                graph.inputs().stream()
                        .map(input ->
                                new Port(input.value().name(), input.value().shape()))
                        .toList(),
                graph.outputs().stream()
                        .map(output -> new Port(output.block(), output.value().shape()))
                        .toList(),
                graph.elements(),
                graph.multiplyAdds(),
                LinearPaths.of(graph).count(),
                graph.penalised());
    }

    /** @return the plan of a class that was compiled before; empty where this version cannot read it */
    static Optional<UsedPlan> of(Declarations.CompiledPlan plan) {
        Optional<List<Port>> inputs = ports(plan.inputs());
        Optional<List<Port>> outputs = ports(plan.outputs());
        if (plan.version() != Graph.PLAN_VERSION
                || inputs.isEmpty()
                || outputs.isEmpty()
                || plan.inputs().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new UsedPlan(
                inputs.get(), outputs.get(), plan.parameters(), plan.multiplyAdds(), plan.linearPaths(), true));
    }

    private static Optional<List<Port>> ports(List<String> texts) {
        List<Port> ports = new ArrayList<>();
        for (String text : texts) {
            int colon = text.indexOf(':');
            if (colon < 1) {
                return Optional.empty();
            }
            List<Integer> sizes = new ArrayList<>();
            for (String size : text.substring(colon + 1).split("x", -1)) {
                if (!size.matches("[1-9][0-9]{0,8}")) {
                    return Optional.empty();
                }
                sizes.add(Integer.valueOf(size));
            }
            if (!Shape.fits(sizes)) {
                return Optional.empty();
            }
            ports.add(new Port(text.substring(0, colon), new Shape(sizes)));
        }
        return Optional.of(ports);
    }
}
