package dev.nacre.processor.model;

import java.util.HashMap;
import java.util.Map;

/**
 * Where in the order in which a network runs its masks stand whose rate grows with the depth, those of used networks counted.
 *
 * @param own the number, from 1, of each mask of the network itself
 * @param before how many come before the used network that has some, by the number of its application
 * @param count of them all
 */
public record LinearPaths(Map<Operand.Dropout, Integer> own, Map<Integer, Integer> before, int count) {
    /** Counts them. */
    public static LinearPaths of(Graph graph) {
        Map<Operand.Dropout, Integer> own = new HashMap<>();
        Map<Integer, Integer> before = new HashMap<>();
        int count = 0;
        for (Graph.Block block : graph.blocks()) {
            for (Step step : block.forward()) {
                for (Operand operand : step.operands()) {
                    if (operand instanceof Operand.Dropout dropout && dropout.linear() && !own.containsKey(dropout)) {
                        own.put(dropout, ++count);
                    }
                }
                if (step.used() != null && step.used().linearPaths() > 0) {
                    before.put(step.used().application(), count);
                    count += step.used().linearPaths();
                }
            }
        }
        return new LinearPaths(own, before, count);
    }
}
