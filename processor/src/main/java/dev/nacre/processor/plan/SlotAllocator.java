package dev.nacre.processor.plan;

import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each value an array for the time from the step that writes it to the last one that reads it, best fit first
 * (linear scan).
 */
final class SlotAllocator {
    private final Map<Integer, Life> lives = new LinkedHashMap<>();
    private int now;

    private static final class Life {
        final Value value;
        final int id;
        final int from;
        final boolean forward;
        int to;

        Life(Value value, int id, int from, boolean forward) {
            this.value = value;
            this.id = id;
            this.from = from;
            this.to = from;
            this.forward = forward;
        }
    }

    private static final class Growing {
        final int number;
        final Set<String> holds = new LinkedHashSet<>();
        int elements;
        int freeFrom;
        boolean forward;

        Growing(int number) {
            this.number = number;
        }
    }

    /** The next step begins. */
    void advance() {
        now++;
    }

    void write(Value value, int id, boolean forward) {
        lives.computeIfAbsent(id, key -> new Life(value, key, now, forward)).to = now;
    }

    /** Values that were never written live elsewhere: inputs, labels. */
    void read(int id) {
        Life life = lives.get(id);
        if (life != null) {
            life.to = now;
        }
    }

    /** What came out: the slots, and the number of each value's slot by its id. */
    record Allocation(List<Slot> slots, Map<Integer, Integer> slotOf) {}

    Allocation allocate() {
        List<Growing> slots = new ArrayList<>();
        Map<Integer, Integer> slotOf = new HashMap<>();
        for (Life life : lives.values().stream()
                .sorted(Comparator.comparingInt((Life life) -> life.from).thenComparingInt(life -> life.id))
                .toList()) {
            int elements = life.value.shape().elements();
            Growing slot = slots.stream()
                    .filter(candidate -> candidate.freeFrom <= life.from)
                    .min(Comparator.comparingInt((Growing candidate) -> misfit(candidate, elements))
                            .thenComparingInt(candidate -> candidate.number))
                    .orElse(null);
            if (slot == null) {
                slot = new Growing(slots.size() + 1);
                slots.add(slot);
            }
            slot.elements = Math.max(slot.elements, elements);
            slot.freeFrom = life.to + 1;
            slot.forward |= life.forward;
            slot.holds.add(
                    life.value.kind() == Value.Kind.GRADIENT ? "gradient of " + life.value.name() : life.value.name());
            slotOf.put(life.id, slot.number);
        }
        return new Allocation(
                slots.stream()
                        .map(slot -> new Slot(slot.number, slot.elements, List.copyOf(slot.holds), slot.forward))
                        .toList(),
                Map.copyOf(slotOf));
    }

    /** Growing an array costs more than leaving a part of a larger one unused. */
    private static int misfit(Growing slot, int elements) {
        return slot.elements >= elements ? slot.elements - elements : 2 * Math.min(elements - slot.elements, 1 << 29);
    }
}
