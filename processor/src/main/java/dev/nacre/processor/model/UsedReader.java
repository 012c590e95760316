package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import dev.nacre.processor.layer.Options;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the networks that {@code @Use} names, and makes layers of them. */
final class UsedReader {
    private final Declarations.Network network;
    private final Function<String, Optional<Graph>> compiled;
    private final Reporter reporter;
    private boolean missing;

    UsedReader(Declarations.Network network, Function<String, Optional<Graph>> compiled, Reporter reporter) {
        this.network = network;
        this.compiled = compiled;
        this.reporter = reporter;
    }

    /** @return whether a used network is in error itself, which is reported there */
    boolean missing() {
        return missing;
    }

    Optional<Layer> read(Declarations.Layer use, Optional<Declarations.Layer> repeat) {
        Declarations.UsedType type = (Declarations.UsedType) use.options().get("value");
        String name = type.simpleNames().get(type.simpleNames().size() - 1);
        Position position = use.position().option("value");
        if (!type.isNetwork()) {
            reporter.error(position, Messages.notANetwork(name));
            return Optional.empty();
        }
        if (type.qualifiedName().equals(network.qualifiedName())) {
            reporter.error(position, Messages.usedCycle(List.of(name, name)));
            return Optional.empty();
        }
        Optional<UsedPlan> plan;
        if (type.compiled().isPresent()) {
            plan = type.compiled().flatMap(UsedPlan::of);
            if (plan.isEmpty()) {
                reporter.error(position, Messages.planUnreadable(name));
                return Optional.empty();
            }
        } else {
            plan = compiled.apply(type.qualifiedName()).map(UsedPlan::of);
            if (plan.isEmpty()) {
                missing = true;
                return Optional.empty();
            }
        }
        return check(name, plan.get(), position, type, repeat);
    }

    private Optional<Layer> check(
            String name,
            UsedPlan plan,
            Position position,
            Declarations.UsedType type,
            Optional<Declarations.Layer> repeat) {
        if (plan.outputs().size() != 1) {
            reporter.error(
                    position,
                    Messages.usedOutputs(
                            name,
                            plan.outputs().stream().map(UsedPlan.Port::name).toList()));
            return Optional.empty();
        }
        if (repeat.isPresent() && plan.inputs().size() > 1) {
            reporter.error(
                    repeat.get().position(),
                    Messages.repeatInputs(name, plan.inputs().size()));
            return Optional.empty();
        }
        Optional<Options> options = repeat.map(annotation -> new Options(annotation.options()));
        int count = options.map(option -> option.integer("value")).orElse(1);
        boolean shared = options.map(option -> option.flag("shared")).orElse(false);
        Shape in = plan.inputs().get(0).shape();
        Shape out = plan.outputs().get(0).shape();
        if (count > 1 && !in.equals(out)) {
            reporter.error(repeat.orElseThrow().position(), Messages.repeatShape(name, in, out));
            return Optional.empty();
        }
        return Optional.of(new UseLayer(type, plan, repeat.isPresent(), count, shared));
    }
}
