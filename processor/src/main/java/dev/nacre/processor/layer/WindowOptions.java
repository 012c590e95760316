package dev.nacre.processor.layer;

import dev.nacre.processor.model.Message;
import dev.nacre.processor.model.PoolingMessages;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Window;
import dev.nacre.processor.model.WindowMessages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The options of layers with a kernel that slides over the last axes of a sample, behind its channels. */
final class WindowOptions {
    /** What stands for padding that keeps the size. */
    static final int SAME = -1;

    private static final String KERNEL = "kernel";
    private static final String STRIDE = "stride";
    private static final String PADDING = "padding";
    private static final String DILATION = "dilation";

    private final String layer;
    private final int axes;
    private final boolean same;

    /**
     * @param layer the annotation's name
     * @param axes over which the kernel slides, 1 or 2
     * @param same whether padding may be {@link #SAME}
     */
    WindowOptions(String layer, int axes, boolean same) {
        this.layer = layer;
        this.axes = axes;
        this.same = same;
    }

    /** @return what is wrong with the options, whatever the shapes; those that the layer does not have are not asked for */
    List<Layer.Fault> faults(Options options) {
        List<Layer.Fault> faults = new ArrayList<>();
        for (String option : List.of(KERNEL, STRIDE, DILATION)) {
            if (options.values().containsKey(option)) {
                fault(option, options.integers(option)).ifPresent(faults::add);
            }
        }
        List<Integer> padding = padding(options);
        if (!(same && padding.equals(List.of(SAME)))
                && (!List.of(1, axes, 2 * axes).contains(padding.size()) || Collections.min(padding) < 0)) {
            faults.add(new Layer.Fault(PADDING, WindowMessages.padding(layer, axes, padding, same)));
        }
        return faults;
    }

    private Optional<Layer.Fault> fault(String option, List<Integer> values) {
        // A pooling without a stride takes steps as large as its kernel.
        boolean absent = values.isEmpty() && option.equals(STRIDE);
        boolean right = absent || (values.size() == 1 || values.size() == axes) && Collections.min(values) >= 1;
        return right
                ? Optional.empty()
                : Optional.of(new Layer.Fault(option, WindowMessages.numbers(layer, axes, option, values)));
    }

    /** @return the sizes of the axes over which the kernel slides; empty after a report that there are others */
    Optional<List<Integer>> image(Site site) {
        Shape in = site.input();
        if (in.rank() != axes + 1) {
            site.report("", WindowMessages.rank(layer, axes, in));
            return Optional.empty();
        }
        return Optional.of(in.sizes().subList(1, in.rank()));
    }

    /** @return how the kernel slides; empty after a report that it does not fit */
    Optional<Window> over(Site site) {
        Optional<List<Integer>> image = image(site);
        if (image.isEmpty()) {
            return Optional.empty();
        }
        Window window = window(site.options(), image.get());
        for (int axis = 0; axis < axes; axis++) {
            if (window.positions(axis) < 1) {
                site.report(KERNEL, doesNotFit(site, window, axis));
                return Optional.empty();
            }
        }
        return Optional.of(window);
    }

    private static List<Integer> padding(Options options) {
        return options.values().containsKey(PADDING) ? options.integers(PADDING) : List.of(0);
    }

    private Message doesNotFit(Site site, Window window, int axis) {
        if (!site.options().values().containsKey(PADDING)) {
            return PoolingMessages.doesNotFit(layer, site.options().integers(KERNEL), window, axis, site.input());
        }
        return WindowMessages.doesNotFit(
                layer, site.options().integers(KERNEL), site.options().integers(PADDING), window, axis, site.input());
    }

    /** @param image the sizes of the axes over which the kernel slides */
    Window window(Options options, List<Integer> image) {
        List<Integer> kernel = each(options.integers(KERNEL));
        List<Integer> stride = options.integers(STRIDE).isEmpty() ? kernel : each(options.integers(STRIDE));
        List<Integer> dilation = options.values().containsKey(DILATION)
                ? each(options.integers(DILATION))
                : Collections.nCopies(axes, 1);
        boolean ceil = options.values().containsKey("ceil") && options.flag("ceil");
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        List<Integer> padding = padding(options);
        for (int axis = 0; axis < axes; axis++) {
            if (padding.equals(List.of(SAME))) {
                int missing = missing(image.get(axis), kernel.get(axis), stride.get(axis), dilation.get(axis));
                before.add(missing / 2);
                after.add(missing - missing / 2);
            } else if (padding.size() == 2 * axes) {
                before.add(padding.get(2 * axis));
                after.add(padding.get(2 * axis + 1));
            } else {
                before.add(each(padding).get(axis));
                after.add(each(padding).get(axis));
            }
        }
        return new Window(image, kernel, stride, before, after, dilation, ceil);
    }

    /** The padding on both sides together with which there are {@code size / stride} positions, rounded up. */
    private static int missing(int size, int kernel, int stride, int dilation) {
        long positions = ((long) size + stride - 1) / stride;
        return (int) Math.max(0, (positions - 1) * stride + (long) dilation * (kernel - 1) + 1 - size);
    }

    private List<Integer> each(List<Integer> values) {
        return values.size() == axes ? values : Collections.nCopies(axes, values.get(0));
    }

    /** @return a sample with these channels and as many positions as the window has */
    static Shape positions(int channels, Window window) {
        List<Integer> sizes = new ArrayList<>();
        sizes.add(channels);
        sizes.addAll(window.positions());
        return new Shape(sizes);
    }
}
