package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import java.util.List;

/** What may stand where in a stack. */
final class StackRules {
    private final Reporter reporter;

    StackRules(Reporter reporter) {
        this.reporter = reporter;
    }

    /**
     * Checks that a merge stands first and only where there is something to merge, and that a loss stands last.
     *
     * @param place the block or the type, for people
     * @param values how many values come in
     * @return whether all is well
     */
    boolean order(List<Placed> layers, String place, int values) {
        boolean sound = true;
        for (int i = 0; i < layers.size(); i++) {
            Placed placed = layers.get(i);
            if (placed.layer() instanceof UseLayer) {
                // It counts its values itself.
                if (i > 0 && placed.role() == Layer.Role.MERGE) {
                    reporter.error(placed.declaration().position(), Messages.mergeNotFirst(placed.annotation()));
                    sound = false;
                }
            } else if (placed.role() == Layer.Role.MERGE && values < 2) {
                reporter.error(
                        placed.declaration().position(),
                        Messages.mergeOfOne(placed.annotation(), place, placed.has(Layer.Trait.TWO_INPUTS)));
                sound = false;
            } else if (placed.role() == Layer.Role.MERGE && i > 0) {
                reporter.error(placed.declaration().position(), Messages.mergeNotFirst(placed.annotation()));
                sound = false;
            } else if (placed.role() == Layer.Role.LOSS && i < layers.size() - 1) {
                reporter.error(placed.declaration().position(), Messages.lossNotLast(placed.annotation()));
                sound = false;
            }
        }
        return sound;
    }

    /** Checks the layers on a parameter: one value in, one value out. */
    boolean edge(List<Placed> layers, String parameter) {
        boolean sound = true;
        for (Placed placed : layers) {
            if (placed.role() == Layer.Role.LOSS) {
                reporter.error(placed.declaration().position(), Messages.lossOnParameter(placed.annotation()));
                sound = false;
            }
        }
        List<Placed> others = layers.stream()
                .filter(placed -> placed.role() != Layer.Role.LOSS)
                .toList();
        return order(others, "parameter " + parameter, 1) && sound;
    }
}
