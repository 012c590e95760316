package dev.nacre.processor.layer;

import dev.nacre.processor.model.Messages;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.ParameterSpec;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import dev.nacre.processor.model.Window;
import dev.nacre.processor.model.WindowMessages;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What convolutions have in common, forward and transposed, whatever their number of axes. */
abstract class ConvolutionLayer implements Layer {
    /** What stands for one group for each channel of the input. */
    private static final int DEPTHWISE = -1;

    private static final String GROUPS = "groups";
    private static final String STRIDE = "stride";

    final int axes;

    ConvolutionLayer(int axes) {
        this.axes = axes;
    }

    @Override
    public final Set<Trait> traits() {
        return Set.of(Trait.PARAMETERS, Trait.INITIALISED, Trait.CONNECTED);
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("value", Range.atLeast(0, "the number of channels that go out"));
    }

    @Override
    public List<Fault> faults(Options options) {
        List<Fault> faults = new ArrayList<>(window().faults(options));
        if (options.integers(STRIDE).isEmpty()) {
            faults.add(new Fault(STRIDE, WindowMessages.numbers(name(), axes, STRIDE, List.of())));
        }
        int groups = options.integer(GROUPS);
        if (groups < 1 && groups != DEPTHWISE) {
            faults.add(new Fault(GROUPS, WindowMessages.groupsOutside(name(), groups)));
        }
        return faults;
    }

    @Override
    public final Optional<String> constant(String option, Object value) {
        return switch (option) {
            case GROUPS -> value.equals(DEPTHWISE) ? Optional.of("DEPTHWISE") : Optional.empty();
            case "padding" -> value.equals(List.of(WindowOptions.SAME)) ? Optional.of("SAME") : Optional.empty();
            default -> Optional.empty();
        };
    }

    WindowOptions window() {
        return new WindowOptions(name(), axes, true);
    }

    static int groups(Options options, int in) {
        int groups = options.integer(GROUPS);
        return groups == DEPTHWISE ? in : groups;
    }

    /** Without a number of its own as many channels go out as come in. */
    static int channels(Options options, int in) {
        int channels = options.integer("value");
        return channels == 0 ? in : channels;
    }

    /** @return whether groups divide the channels and the weights and the output can be held; a report says otherwise */
    final boolean holds(Site site, List<Integer> positions, List<Integer> kernel) {
        int in = site.input().first();
        int out = channels(site.options(), in);
        int groups = groups(site.options(), in);
        if (in % groups != 0 || out % groups != 0) {
            boolean depthwise = site.options().integer(GROUPS) == DEPTHWISE;
            site.report(
                    GROUPS,
                    depthwise
                            ? WindowMessages.depthwise(name(), in, out)
                            : WindowMessages.groups(name(), groups, in, out));
            return false;
        }
        List<Integer> weight = new ArrayList<>(List.of(out, in / groups));
        weight.addAll(kernel);
        if (!fits(weight)) {
            site.report("value", Messages.tooManyWeights(name(), weight));
            return false;
        }
        List<Integer> output = new ArrayList<>(List.of(out));
        output.addAll(positions);
        if (!fits(output)) {
            site.report("", Messages.tooLarge("the output of @" + name(), product(output)));
            return false;
        }
        return true;
    }

    private static boolean fits(List<Integer> sizes) {
        return sizes.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b) < Integer.MAX_VALUE;
    }

    private static String product(List<Integer> sizes) {
        // A size that is no int was cut off.
        return sizes.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply)
                + (sizes.contains(Integer.MAX_VALUE) ? " or more" : "");
    }

    /** The weight and, unless it is switched off, the bias; both start as PyTorch's do. */
    record Learned(ParameterSpec weight, Optional<ParameterSpec> bias) {
        static Learned of(Emission emission, List<Integer> sizes, int biases) {
            int fan = sizes.subList(1, sizes.size()).stream().reduce(1, Math::multiplyExact);
            ParameterSpec.Initialiser uniform = new ParameterSpec.FanInUniform(fan);
            ParameterSpec weight = emission.weight("weight", sizes, uniform);
            Optional<ParameterSpec> bias = emission.options().flag("bias")
                    ? Optional.of(emission.bias("bias", List.of(biases), uniform))
                    : Optional.empty();
            return new Learned(weight, bias);
        }

        Operand biasOperand() {
            return bias.<Operand>map(Operand.Weights::new).orElse(new Operand.Absent());
        }

        /** The gradient of the bias. */
        void sum(Gradients gradients) {
            Shape shape = gradients.output().shape();
            bias.ifPresent(b -> gradients.step(
                    "channelSum",
                    "db = sums of d(" + gradients.output().name() + ") over samples and positions",
                    new Operand.Read(gradients.output()),
                    new Operand.WeightsGradient(b),
                    new Operand.Rows(1),
                    new Operand.Size(shape.first()),
                    new Operand.Size(shape.elements() / shape.first()),
                    new Operand.Accumulate(b)));
        }
    }

    /** A convolution as its annotation says it. */
    abstract static class Forward extends ConvolutionLayer {
        Forward(int axes) {
            super(axes);
        }

        @Override
        public final Optional<Shape> shape(Site site) {
            return window().over(site)
                    .filter(window -> holds(site, window.positions(), window.kernel()))
                    .map(window -> WindowOptions.positions(
                            channels(site.options(), site.input().first()), window));
        }

        @Override
        public final void emit(Emission emission) {
            Value x = emission.input();
            Value y = emission.output();
            Window window = window().window(
                            emission.options(),
                            x.shape().sizes().subList(1, x.shape().rank()));
            int in = x.shape().first();
            int out = y.shape().first();
            int groups = groups(emission.options(), in);
            List<Integer> sizes = new ArrayList<>(List.of(out, in / groups));
            sizes.addAll(window.kernel());
            Learned learned = Learned.of(emission, sizes, out);
            Operand.Convolved convolved = new Operand.Convolved(emission.name(), in, out, groups, window, false);
            emission.multiplyAdds((long) y.shape().elements() * (in / groups) * window.elements());
            emission.forward(
                    "conv",
                    y.name() + " = conv(" + x.name() + ", W)" + (learned.bias().isPresent() ? " + b" : ""),
                    new Operand.Read(x),
                    new Operand.Weights(learned.weight()),
                    learned.biasOperand(),
                    new Operand.Write(y),
                    new Operand.Rows(1),
                    convolved,
                    Operand.Function.IDENTITY,
                    new Operand.NoDropout());
            emission.backward(gradients -> {
                Value dy = gradients.output();
                weightGradient(gradients, dy, x, learned.weight(), convolved, "d(" + y.name() + ") " + x.name());
                learned.sum(gradients);
                gradients.step(
                        "convInputGradient",
                        "d(" + x.name() + ") = convT(d(" + y.name() + "), W)",
                        new Operand.Read(dy),
                        new Operand.Weights(learned.weight()),
                        new Operand.Write(gradients.input(0)),
                        new Operand.Rows(1),
                        convolved);
            });
        }
    }

    /** {@code dW} from the gradient on the side of the result and the values on the side of the image. */
    static void weightGradient(
            Gradients gradients,
            Value result,
            Value image,
            ParameterSpec weight,
            Operand.Convolved convolved,
            String products) {
        gradients.step(
                "convWeightGradient",
                "dW = sums of " + products + " over samples and positions",
                new Operand.Read(result),
                new Operand.Read(image),
                new Operand.WeightsGradient(weight),
                new Operand.Rows(1),
                convolved,
                new Operand.Accumulate(weight));
    }

    /** The transposed convolution: what the gradient of a convolution is to its image. */
    abstract static class Transposed extends ConvolutionLayer {
        private static final String OUTPUT_PADDING = "outputPadding";

        Transposed(int axes) {
            super(axes);
        }

        @Override
        final WindowOptions window() {
            return new WindowOptions(name(), axes, false);
        }

        @Override
        public final List<Fault> faults(Options options) {
            List<Fault> faults = new ArrayList<>(super.faults(options));
            List<Integer> values = options.integers(OUTPUT_PADDING);
            List<Integer> strides = options.integers(STRIDE);
            List<Integer> dilations = options.integers("dilation");
            boolean counts = values.size() == 1 || values.size() == axes;
            for (int i = 0; counts && i < axes; i++) {
                int value = values.get(i % values.size());
                counts = faults.isEmpty() && value >= 0 && value < larger(strides, dilations, i);
            }
            if (!counts && faults.isEmpty()) {
                int allowed = IntStream.range(0, axes)
                                .map(axis -> larger(strides, dilations, axis))
                                .min()
                                .orElseThrow()
                        - 1;
                faults.add(new Fault(OUTPUT_PADDING, WindowMessages.outputPadding(name(), axes, values, allowed)));
            }
            return faults;
        }

        private static int larger(List<Integer> strides, List<Integer> dilations, int axis) {
            return Math.max(strides.get(axis % strides.size()), dilations.get(axis % dilations.size()));
        }

        @Override
        public final Optional<Shape> shape(Site site) {
            return window().image(site).flatMap(result -> {
                Window window = window(site.options(), result);
                if (window.size().stream().anyMatch(size -> size < 1)) {
                    site.report("", WindowMessages.nothingLeft(name(), window.size(), site.input()));
                    return Optional.empty();
                }
                if (!holds(site, window.size(), window.kernel())) {
                    return Optional.empty();
                }
                List<Integer> sizes = new ArrayList<>();
                sizes.add(channels(site.options(), site.input().first()));
                sizes.addAll(window.size());
                return Optional.of(new Shape(sizes));
            });
        }

        /** The window over what goes out that has as many positions as the input has elements. */
        private Window window(Options options, List<Integer> result) {
            Window like = window().window(options, result);
            List<Integer> extra = options.integers(OUTPUT_PADDING);
            List<Integer> sizes = new ArrayList<>();
            List<Integer> after = new ArrayList<>();
            for (int axis = 0; axis < axes; axis++) {
                int longer = extra.get(axis % extra.size());
                int stride = like.stride().get(axis);
                long size = (result.get(axis) - 1L) * stride
                        - like.before().get(axis)
                        - like.after().get(axis)
                        + like.reach(axis)
                        + longer;
                sizes.add((int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, size)));
                // From a stride on, what is added would make room for another position.
                after.add(like.after().get(axis) - (longer < stride ? 0 : longer));
            }
            return new Window(sizes, like.kernel(), like.stride(), like.before(), after, like.dilation(), false);
        }

        @Override
        public final void emit(Emission emission) {
            Value x = emission.input();
            Value y = emission.output();
            Window window = window(
                    emission.options(), x.shape().sizes().subList(1, x.shape().rank()));
            int in = x.shape().first();
            int out = y.shape().first();
            int groups = groups(emission.options(), in);
            List<Integer> sizes = new ArrayList<>(List.of(in, out / groups));
            sizes.addAll(window.kernel());
            Learned learned = Learned.of(emission, sizes, out);
            Operand.Convolved convolved = new Operand.Convolved(emission.name(), out, in, groups, window, true);
            emission.multiplyAdds((long) x.shape().elements() * (out / groups) * window.elements());
            emission.forward(
                    "convTranspose",
                    y.name() + " = convT(" + x.name() + ", W)" + (learned.bias().isPresent() ? " + b" : ""),
                    new Operand.Read(x),
                    new Operand.Weights(learned.weight()),
                    learned.biasOperand(),
                    new Operand.Write(y),
                    new Operand.Rows(1),
                    convolved,
                    Operand.Function.IDENTITY,
                    new Operand.NoDropout());
            emission.backward(gradients -> {
                Value dy = gradients.output();
                weightGradient(gradients, x, dy, learned.weight(), convolved, x.name() + " d(" + y.name() + ")");
                learned.sum(gradients);
                gradients.step(
                        "conv",
                        "d(" + x.name() + ") = conv(d(" + y.name() + "), W)",
                        new Operand.Read(dy),
                        new Operand.Weights(learned.weight()),
                        new Operand.Absent(),
                        new Operand.Write(gradients.input(0)),
                        new Operand.Rows(1),
                        convolved,
                        Operand.Function.IDENTITY,
                        new Operand.NoDropout());
            });
        }
    }
}
