package dev.nacre.processor.layer;

import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.PoolingMessages;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.WindowMessages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One number for each of a given number of positions, in each channel by itself. */
abstract class AdaptivePool implements Layer {
    static final PlaneSteps MAX = new PlaneSteps("adaptiveMaxPool", true, false);
    static final PlaneSteps MEAN = PlaneSteps.linear("adaptiveAveragePool");

    private final int axes;
    private final PlaneSteps steps;
    private final String word;

    AdaptivePool(int axes, PlaneSteps steps, String word) {
        this.axes = axes;
        this.steps = steps;
        this.word = word;
    }

    @Override
    public final List<Fault> faults(Options options) {
        List<Integer> values = options.integers("value");
        boolean right = (values.size() == 1 || values.size() == axes) && Collections.min(values) >= 1;
        return right ? List.of() : List.of(new Fault("value", PoolingMessages.positions(name(), axes, values)));
    }

    @Override
    public final Optional<Shape> shape(Site site) {
        Shape in = site.input();
        if (in.rank() != axes + 1) {
            site.report("", WindowMessages.rank(name(), axes, in));
            return Optional.empty();
        }
        return PlaneSteps.shape(
                site,
                name(),
                in.first(),
                PlaneSteps.each(site.options().integers("value"), axes).stream()
                        .map(Integer::longValue)
                        .toList());
    }

    @Override
    public final void emit(Emission emission) {
        List<Integer> out = PlaneSteps.image(emission.outputShape());
        emit(
                emission,
                steps,
                PlaneSteps.image(emission.input().shape()),
                out,
                word + " in " + (axes == 1 ? out.get(0) : out.get(0) + "x" + out.get(1)) + " positions");
    }

    static void emit(Emission emission, PlaneSteps steps, List<Integer> in, List<Integer> out, String what) {
        List<Operand> sizes = new ArrayList<>();
        PlaneSteps.two(in).forEach(size -> sizes.add(new Operand.Size(size)));
        PlaneSteps.two(out).forEach(size -> sizes.add(new Operand.Size(size)));
        steps.emit(emission, what, sizes);
    }

    /** The largest. */
    abstract static class Maximum extends AdaptivePool {
        Maximum(int axes) {
            super(axes, MAX, "max");
        }
    }

    /** The mean. */
    abstract static class Mean extends AdaptivePool {
        Mean(int axes) {
            super(axes, MEAN, "mean");
        }
    }
}
