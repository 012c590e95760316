package dev.nacre.processor.write;

import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.Value;
import dev.nacre.processor.plan.NetworkPlan;
import java.util.HashMap;
import java.util.Map;

/** The field in which each value of a network lives: the caller's arrays, the outputs, the slots. */
final class Locations {
    /** Where the caller's gradient of the first output is kept. */
    static final String OUTPUT_GRADIENT = "outputGradient";

    private final NetworkPlan plan;
    private final Names names;
    private final Map<Integer, String> external = new HashMap<>();

    Locations(NetworkPlan plan, Names names) {
        this.plan = plan;
        this.names = names;
        for (Graph.Input input : plan.graph().inputs()) {
            external.put(input.value().id(), names.field(input.value().name()));
        }
        for (Graph.Label label : plan.graph().labels()) {
            external.put(label.value().id(), names.field(label.value().name()));
        }
        for (Graph.Output output : plan.graph().outputs()) {
            external.put(output.value().id(), names.field(output.block()));
        }
        if (plan.givenSeed()) {
            external.put(plan.resolve(plan.seeds().get(0)), OUTPUT_GRADIENT);
        }
        for (int i = 0; i < plan.givenGradients().size(); i++) {
            if (plan.givenGradients().get(i)) {
                external.put(
                        plan.resolve(plan.inputGradients().get(i)),
                        gradient(names, plan.graph().inputs().get(i)));
            }
        }
    }

    String field(Value value) {
        int id = plan.resolve(value);
        String name = external.get(id);
        if (name != null) {
            return name;
        }
        Integer slot = plan.slotOf().get(id);
        if (slot == null) {
            throw new IllegalStateException("value " + value + " lives nowhere");
        }
        return buffer(names, slot);
    }

    boolean exists(Value value) {
        int id = plan.resolve(value);
        return external.containsKey(id) || plan.slotOf().containsKey(id);
    }

    /** @return the field of the caller's array for an input's gradient */
    static String gradient(Names names, Graph.Input input) {
        String name = input.value().name();
        return names.field("array for the gradient of " + name, Names.camel(name) + "Gradient");
    }

    static String buffer(Names names, int slot) {
        // An input may be called buffer1, too, and is no slot.
        return names.field("slot " + slot, "buffer" + slot);
    }
}
