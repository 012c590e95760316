package dev.nacre.processor.layer;

import dev.nacre.processor.model.PoolingMessages;
import dev.nacre.processor.model.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One number for each channel, whatever axes are behind it. */
abstract class GlobalPool implements Layer {
    private final PlaneSteps steps;
    private final String word;

    GlobalPool(PlaneSteps steps, String word) {
        this.steps = steps;
        this.word = word;
    }

    @Override
    public final Optional<Shape> shape(Site site) {
        Shape in = site.input();
        if (in.rank() < 2) {
            site.report("", PoolingMessages.noAxes(name(), in));
            return Optional.empty();
        }
        List<Integer> sizes = new ArrayList<>(List.of(in.first()));
        if (site.options().flag("keep")) {
            sizes.addAll(Collections.nCopies(in.rank() - 1, 1));
        }
        return Optional.of(new Shape(sizes));
    }

    @Override
    public final void emit(Emission emission) {
        Shape in = emission.input().shape();
        int elements = in.elements() / in.first();
        AdaptivePool.emit(emission, steps, List.of(elements), List.of(1), word + " of each channel");
    }

    /** The largest. */
    abstract static class Maximum extends GlobalPool {
        Maximum() {
            super(AdaptivePool.MAX, "max");
        }
    }

    /** The mean. */
    abstract static class Mean extends GlobalPool {
        Mean() {
            super(AdaptivePool.MEAN, "mean");
        }
    }
}
