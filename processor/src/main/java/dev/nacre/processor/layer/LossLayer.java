package dev.nacre.processor.layer;

import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.LabelKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A loss: what it takes besides what layers take. Every loss has the options {@code weight} and {@code reduction}, and may be
 * given a weight per sample.
 */
public interface LossLayer extends Layer {
    @Override
    default Role role() {
        return Role.LOSS;
    }

    /** @return how many values come in; a loss of several stands alone in its stack */
    default int predictions() {
        return 1;
    }

    /** @return what it may be compared with, that of type stacks first; empty for a loss without a label */
    List<LabelKind> labels();

    /** @return whether a label that is one number tells the width of the prediction */
    default boolean labelIsAsWide() {
        return predictions() == 1;
    }

    /** @return the class index that counts nothing, where there is one */
    default OptionalInt ignoredLabel(Options options) {
        return OptionalInt.empty();
    }

    /** @return what makes probabilities of the prediction */
    default Graph.Link link(Options options) {
        return Graph.Link.NONE;
    }

    @Override
    default Map<String, Range> ranges() {
        Map<String, Range> ranges = new LinkedHashMap<>(ownRanges());
        ranges.put("weight", Range.atLeast(0, "the factor of this loss in the total"));
        return ranges;
    }

    /** @return the ranges of the options that not every loss has */
    default Map<String, Range> ownRanges() {
        return Map.of();
    }
}
