package dev.nacre.processor.layer;

import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.PoolingMessages;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What makes one number of what lies under a kernel, in each channel by itself. */
abstract class PoolingLayer implements Layer {
    private static final String KERNEL = "kernel";
    private static final String PADDING = "padding";

    private final int axes;

    PoolingLayer(int axes) {
        this.axes = axes;
    }

    /** What the runtime computes. */
    abstract PlaneSteps steps();

    /** What it is called in formulas. */
    abstract String word();

    /** What the operation is given behind the window. */
    abstract List<Operand> more(Options options);

    private WindowOptions window() {
        return new WindowOptions(name(), axes, true);
    }

    private static List<Integer> padding(Options options) {
        return options.values().containsKey(PADDING) ? options.integers(PADDING) : List.of(0);
    }

    @Override
    public final List<Fault> faults(Options options) {
        List<Fault> faults = new ArrayList<>(window().faults(options));
        List<Integer> padding = padding(options);
        if (faults.isEmpty() && !padding.equals(List.of(WindowOptions.SAME))) {
            List<Integer> kernel = PlaneSteps.each(options.integers(KERNEL), axes);
            int sides = padding.size() / axes;
            for (int i = 0; i < axes * Math.max(1, sides); i++) {
                int along = kernel.get(i / Math.max(1, sides));
                if (padding.get(i % padding.size()) > along / 2) {
                    faults.add(new Fault(
                            PADDING, PoolingMessages.padding(name(), padding, options.integers(KERNEL), along)));
                    break;
                }
            }
        }
        return faults;
    }

    @Override
    public final Optional<Shape> shape(Site site) {
        Optional<Window> window = window().over(site);
        if (window.isEmpty()) {
            return Optional.empty();
        }
        for (int axis = 0; axis < axes; axis++) {
            if (!window.get().touches(axis)) {
                site.report(KERNEL, PoolingMessages.paddingAlone(name(), window.get(), axis, site.input()));
                return Optional.empty();
            }
        }
        return PlaneSteps.shape(
                site,
                name(),
                site.input().first(),
                window.get().positions().stream().map(Integer::longValue).toList());
    }

    @Override
    public final void emit(Emission emission) {
        Window window = window().window(
                        emission.options(), PlaneSteps.image(emission.input().shape()));
        List<Operand> operands = new ArrayList<>(List.of(new Operand.Windowed(emission.name(), window)));
        operands.addAll(more(emission.options()));
        List<Integer> kernel = window.kernel();
        steps().emit(
                        emission,
                        word() + " under " + (axes == 1 ? kernel.get(0) : kernel.get(0) + "x" + kernel.get(1)),
                        operands);
    }

    /** The largest. */
    abstract static class Maximum extends PoolingLayer {
        Maximum(int axes) {
            super(axes);
        }

        @Override
        final PlaneSteps steps() {
            return new PlaneSteps("maxPool", true, false);
        }

        @Override
        final String word() {
            return "max";
        }

        @Override
        final List<Operand> more(Options options) {
            return List.of();
        }
    }

    /** The mean. */
    abstract static class Mean extends PoolingLayer {
        Mean(int axes) {
            super(axes);
        }

        @Override
        final PlaneSteps steps() {
            return PlaneSteps.linear("averagePool");
        }

        @Override
        final String word() {
            return "mean";
        }

        @Override
        final List<Operand> more(Options options) {
            boolean same = padding(options).equals(List.of(WindowOptions.SAME));
            return List.of(new Operand.Flag(options.flag("countPadding") && !same));
        }
    }

    /** A norm. */
    abstract static class Norm extends PoolingLayer {
        Norm(int axes) {
            super(axes);
        }

        @Override
        public final Map<String, Range> ranges() {
            return Map.of("norm", Range.above(0, "the norm"));
        }

        @Override
        final PlaneSteps steps() {
            return new PlaneSteps("lpPool", true, true);
        }

        @Override
        final String word() {
            return "norm";
        }

        @Override
        final List<Operand> more(Options options) {
            return List.of(new Operand.Number(options.number("norm")));
        }
    }
}
