package dev.nacre.processor.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sorts blocks so that each comes after those it needs, otherwise in order of declaration; finds circles. */
final class DependencyOrder {
    private final Map<String, Draft.Block> blocks = new LinkedHashMap<>();
    private final Reporter reporter;
    private final List<Draft.Block> sorted = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private final Set<String> circular = new HashSet<>();
    private final List<String> path = new ArrayList<>();

    private DependencyOrder(List<Draft.Block> blocks, Reporter reporter) {
        blocks.forEach(block -> this.blocks.put(block.name(), block));
        this.reporter = reporter;
    }

    /** @return the blocks in order, those in a circle unsound */
    static List<Draft.Block> sort(List<Draft.Block> blocks, Reporter reporter) {
        DependencyOrder order = new DependencyOrder(blocks, reporter);
        blocks.forEach(order::visit);
        return order.sorted.stream()
                .map(block -> order.circular.contains(block.name()) ? block.unsound() : block)
                .toList();
    }

    private void visit(Draft.Block block) {
        if (done.contains(block.name())) {
            return;
        }
        int start = path.indexOf(block.name());
        if (start >= 0) {
            List<String> circle = new ArrayList<>(path.subList(start, path.size()));
            if (circle.stream().noneMatch(circular::contains)) {
                reporter.error(
                        blocks.get(circle.get(0)).position(),
                        circle.size() == 1 ? Messages.needsItself(circle.get(0)) : Messages.cycle(inFlow(circle)));
            }
            circular.addAll(circle);
            return;
        }
        path.add(block.name());
        for (Draft.Argument argument : block.values()) {
            Draft.Block needed = blocks.get(argument.name());
            if (needed != null) {
                visit(needed);
            }
        }
        path.remove(path.size() - 1);
        done.add(block.name());
        sorted.add(block);
    }

    /** The path runs from a block to what it needs; values flow the other way. */
    private static List<String> inFlow(List<String> circle) {
        List<String> names = new ArrayList<>(circle);
        names.add(circle.get(0));
        Collections.reverse(names);
        return names;
    }
}
