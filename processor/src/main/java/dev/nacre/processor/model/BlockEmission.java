package dev.nacre.processor.model;

import dev.nacre.processor.layer.Emission;
import dev.nacre.processor.layer.Gradients;
import dev.nacre.processor.layer.Layer;
import dev.nacre.processor.layer.Options;
import dev.nacre.processor.layer.weights.WeightRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Gathers what the layers of one block say. */
final class BlockEmission {
    private final Arrays arrays;
    private final List<UsedNetwork> used;
    private final Reporter reporter;
    private final List<Step> forward = new ArrayList<>();
    private final List<Step> backward = new ArrayList<>();
    private long multiplyAdds;

    /** @param used where the applications of used networks are counted */
    BlockEmission(Arrays arrays, List<UsedNetwork> used, Reporter reporter) {
        this.arrays = arrays;
        this.used = used;
        this.reporter = reporter;
    }

    List<Step> forward() {
        return forward;
    }

    List<Step> backward() {
        return backward;
    }

    long multiplyAdds() {
        return multiplyAdds;
    }

    /** Makes a used network's application of its name, its number and whether it owns its parameters. */
    interface Application {
        UsedNetwork of(String name, int number, boolean first);
    }

    /**
     * What a layer's output is called.
     *
     * @param own whether that is a block's name, which users know
     */
    record Name(String text, boolean own) {}

    /**
     * Emits one layer's forward; its backward waits for {@link LayerEmission#gradients}.
     *
     * @param before the layer before it in its stack, or null
     * @param isLast whether no layer follows in its stack
     */
    LayerEmission emit(
            Placed placed,
            LayerEmission before,
            boolean isLast,
            List<Value> inputs,
            Given given,
            Shape shape,
            Name output,
            List<ParameterSpec> parameters) {
        LayerEmission emission = new LayerEmission(placed, inputs, given, shape, output, parameters);
        emission.behindMoments = before != null && before.matchesMoments() ? before : null;
        placed.layer().emit(emission);
        if (emission.behindMoments != null) {
            // Its activation would have taken them.
            before.reportMoments(placed.annotation() + " follows");
        }
        if (isLast && emission.matchesMoments()) {
            emission.reportMoments("no layer follows");
        }
        placed.treatment()
                .of(WeightRule.Kind.FREEZING)
                .filter(rule ->
                        rule.own() && !(placed.layer() instanceof UseLayer use ? use.learns() : emission.learns))
                .ifPresent(rule -> reporter.error(
                        rule.annotation().position(), WeightMessages.nothingToKeep(rule.text(), placed.annotation())));
        return emission;
    }

    /** One layer's part. */
    final class LayerEmission implements Emission {
        private final Placed placed;
        private final List<Value> inputs;
        private final Given given;
        private final Shape shape;
        private final Name outputName;
        private final List<ParameterSpec> parameters;
        private Value output;
        private boolean learns;
        private Consumer<Gradients> flow;
        private DroppedWeights dropped;
        private Step product;
        private LayerEmission behindMoments;

        private LayerEmission(
                Placed placed,
                List<Value> inputs,
                Given given,
                Shape shape,
                Name outputName,
                List<ParameterSpec> parameters) {
            this.placed = placed;
            this.inputs = inputs;
            this.given = given;
            this.shape = shape;
            this.outputName = outputName;
            this.parameters = parameters;
        }

        /**
         * Emits the backward steps.
         *
         * @param outputGradient null for a loss
         * @return the contribution to the gradient of each input
         */
        List<Value> gradients(Value outputGradient) {
            LayerGradients gradients = new LayerGradients(this, outputGradient);
            flow.accept(gradients);
            return gradients.contributions();
        }

        private boolean matchesMoments() {
            return dropped != null && dropped.matchesMoments();
        }

        private void reportMoments(String found) {
            Treatment.Rule rule =
                    placed.treatment().of(WeightRule.Kind.CONNECTIONS).orElseThrow();
            reporter.error(
                    rule.annotation().position(),
                    NoiseMessages.noActivation(rule.text(), placed.annotation(), found, rule.own()));
        }

        UsedNetwork use(Application application, String name, boolean first) {
            UsedNetwork made = application.of(name, used.size(), first);
            UsedNetwork network = placed.treatment().frozen() ? made.kept() : made;
            used.add(network);
            return network;
        }

        Arrays arrays() {
            return arrays;
        }

        void backwardStep(Step step) {
            backward.addAll(dropped == null ? List.of(step) : dropped.backward(step));
        }

        String outputName() {
            return outputName.text();
        }

        @Override
        public Options options() {
            return new Options(placed.declaration().options());
        }

        @Override
        public String name() {
            return placed.name();
        }

        @Override
        public List<Value> inputs() {
            return inputs;
        }

        @Override
        public Value label() {
            return given.label().orElseThrow();
        }

        @Override
        public Optional<Value> sampleWeights() {
            return given.sampleWeights();
        }

        @Override
        public Shape outputShape() {
            return shape;
        }

        @Override
        public Value output() {
            if (output == null) {
                output = arrays.make(outputName.text(), shape, Value.Kind.FORWARD);
            }
            return output;
        }

        @Override
        public void passThrough() {
            Value input = inputs.get(0);
            // In between, the array keeps the name it has: formulas then say what users know.
            output = new Value(input.id(), outputName.own() ? outputName.text() : input.name(), shape, input.kind());
        }

        @Override
        public Value intermediate(String word, Shape size) {
            return arrays.make(outputName.text() + " " + word, size, Value.Kind.FORWARD);
        }

        @Override
        public ParameterSpec weight(String role, List<Integer> sizes, ParameterSpec.Initialiser byDefault) {
            for (Treatment.Rule rule : placed.treatment().rules().values()) {
                if (rule.own() && !rule.fits(sizes)) {
                    reporter.error(
                            rule.annotation().position(),
                            WeightMessages.axes(rule.text(), placed.annotation(), role, new Shape(sizes)));
                }
            }
            ParameterSpec made = learned(
                    role,
                    sizes,
                    placed.treatment().start(sizes, byDefault),
                    placed.treatment().upkeep(sizes));
            placed.treatment().connections(made.name(), sizes).ifPresent(connections -> {
                if (!placed.has(Layer.Trait.DENSE) && (connections.perSample() || connections.samples() > 0)) {
                    Treatment.Rule rule =
                            placed.treatment().of(WeightRule.Kind.CONNECTIONS).orElseThrow();
                    reporter.error(
                            rule.annotation().position(),
                            NoiseMessages.onlyDense(
                                    rule.text(), placed.annotation(), connections.perSample(), rule.own()));
                    return;
                }
                dropped = new DroppedWeights(made, connections);
                dropped.before().ifPresent(forward::add);
            });
            return made;
        }

        @Override
        public ParameterSpec bias(String role, List<Integer> sizes, ParameterSpec.Initialiser byDefault) {
            return parameter(role, sizes, placed.treatment().startBeside(byDefault));
        }

        @Override
        public ParameterSpec parameter(String role, List<Integer> sizes, ParameterSpec.Initialiser initialiser) {
            return learned(role, sizes, initialiser, placed.treatment().upkeepBeside());
        }

        private ParameterSpec learned(
                String role, List<Integer> sizes, ParameterSpec.Initialiser initialiser, ParameterSpec.Upkeep upkeep) {
            learns = true;
            return declare(new ParameterSpec(name() + "." + role, List.copyOf(sizes), true, initialiser, upkeep));
        }

        @Override
        public ParameterSpec statistic(String role, List<Integer> sizes, double start) {
            return declare(new ParameterSpec(
                    name() + "." + role, List.copyOf(sizes), false, new ParameterSpec.Constant(start)));
        }

        private ParameterSpec declare(ParameterSpec parameter) {
            if (!placed.has(Layer.Trait.PARAMETERS)) {
                // Names of used networks rely on the trait.
                throw new IllegalStateException(placed.layer().name() + " has parameters and lacks the trait");
            }
            parameters.add(parameter);
            return parameter;
        }

        @Override
        public void multiplyAdds(long count) {
            multiplyAdds += count;
        }

        @Override
        public void forward(Step step) {
            if (dropped != null) {
                product = step;
                forward.add(dropped.forward(step));
            } else if (behindMoments != null && step.operation().equals("activate")) {
                forward.add(behindMoments.dropped.averaged(behindMoments.product, step));
                behindMoments = null;
            } else {
                forward.add(step);
            }
        }

        @Override
        public void backward(Consumer<Gradients> steps) {
            flow = steps;
        }
    }
}
