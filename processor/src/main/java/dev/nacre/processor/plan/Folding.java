package dev.nacre.processor.plan;

import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.ParameterSpec;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the forward steps of a block into those of its evaluation: dropout goes, running statistics become constants, and a
 * norm right after a product moves into its weights: {@code norm(x Wᵀ + b) = x (scale W)ᵀ + (scale b + shift)}.
 */
final class Folding {
    private final Map<String, PredictorPlan.Constant> constants = new LinkedHashMap<>();

    /** @return what the steps so far read in place of parameters */
    List<PredictorPlan.Constant> constants() {
        return List.copyOf(constants.values());
    }

    /**
     * @param trained the steps of a block
     * @param output what the block computes
     */
    List<Step> evaluation(List<Step> trained, Value output) {
        List<Step> forward = Undropped.all(trained);
        List<Step> steps = new ArrayList<>();
        Map<Integer, Value> same = new HashMap<>();
        for (Step written : forward) {
            if (written.when() == Step.When.TRAINING) {
                continue;
            }
            Step step = withoutNoise(withoutChance(replaced(written, same)));
            if (isIdentity(step) && Steps.written(step).id() != output.id()) {
                same.put(Steps.written(step).id(), step.reads().get(0));
                continue;
            }
            switch (step.operation()) {
                case Steps.BATCH_NORM, Steps.INSTANCE_NORM -> batchNorm(step, forward, steps);
                case "standardize" -> steps.add(standardize(step));
                case Steps.ACTIVATE -> activate(step, forward, steps);
                case "randomRelu" -> steps.add(meanSlope(step));
                default -> steps.add(copied(step));
            }
        }
        return Fusion.fuse(steps, List.of()).forward();
    }

    /** Dropout is the identity here, or a factor where what it drops is made up for in evaluation. */
    private static Step withoutChance(Step step) {
        if (!Steps.drops(step)) {
            return step;
        }
        Operand.Dropout dropout = Steps.only(step, Operand.Dropout.class);
        List<Operand> operands = new ArrayList<>(step.operands().subList(0, 4));
        if (dropout.atEvaluation()) {
            operands.add(new Operand.CurrentP(dropout.name(), true));
            String x = step.reads().get(0).name();
            return new Step("scale", operands, Steps.written(step).name() + " = (1 - p) " + x);
        }
        operands.add(Operand.Function.IDENTITY);
        operands.add(new Operand.NoDropout());
        return new Step(Steps.ACTIVATE, operands, step.formula());
    }

    private static boolean isIdentity(Step step) {
        return step.operation().equals(Steps.ACTIVATE) && Steps.isIdentity(step);
    }

    /** Readers of what an identity would have written read what it would have read. */
    private static Step replaced(Step step, Map<Integer, Value> same) {
        String formula = step.formula();
        for (Value read : step.reads()) {
            if (same.containsKey(read.id())) {
                String name = same.get(read.id()).name();
                formula = formula.replaceAll(
                        "(?<!\\w)" + Pattern.quote(read.name()) + "(?!\\w)", Matcher.quoteReplacement(name));
            }
        }
        return Steps.with(
                step,
                formula,
                operand -> operand instanceof Operand.Read read
                                && same.containsKey(read.value().id())
                        ? new Operand.Read(same.get(read.value().id()))
                        : operand);
    }

    /** Where a block ends in the identity, the step before writes the block's output, if nobody else needs what it wrote. */
    private void activate(Step step, List<Step> forward, List<Step> steps) {
        if (!isIdentity(step)) {
            steps.add(copied(step));
            return;
        }
        Value in = step.reads().get(0);
        Value out = Steps.written(step);
        int last = steps.size() - 1;
        boolean redirects = last >= 0
                && steps.stream().filter(other -> writes(other, in)).count() == 1
                && writes(steps.get(last), in)
                && steps.stream().noneMatch(other -> Steps.reads(other, in))
                && forward.stream().filter(other -> Steps.reads(other, in)).count() <= 1;
        if (redirects) {
            steps.set(last, redirected(steps.get(last), in, out));
        } else {
            steps.add(Steps.with(copied(step), out.name() + " = " + in.name(), operand -> operand));
        }
    }

    private static boolean writes(Step step, Value value) {
        return step.writes().stream().anyMatch(written -> written.id() == value.id());
    }

    private static Step redirected(Step step, Value from, Value to) {
        return Steps.with(
                step,
                step.formula(),
                operand ->
                        operand instanceof Operand.Write write && write.value().id() == from.id()
                                ? new Operand.Write(to)
                                : operand);
    }

    /** A norm by running statistics. */
    private void batchNorm(Step step, List<Step> forward, List<Step> steps) {
        List<Operand> operands = step.operands();
        ParameterSpec weight = parameter(operands.get(2));
        ParameterSpec bias = parameter(operands.get(3));
        ParameterSpec mean = parameter(operands.get(4));
        ParameterSpec variance = parameter(operands.get(5));
        Operand.Statistics statistics = Steps.only(step, Operand.Statistics.class);
        Value in = step.reads().get(0);
        int last = steps.size() - 1;
        boolean folds = last >= 0
                && scales(steps.get(last), statistics)
                && Steps.isIdentity(steps.get(last))
                && Steps.written(steps.get(last)).id() == in.id()
                && isCopied(steps.get(last).operands().get(1))
                && forward.stream().filter(other -> Steps.reads(other, in)).count() <= 1;
        if (folds) {
            steps.set(last, folded(steps.get(last), step, weight, bias, mean, variance, statistics.epsilon()));
        } else {
            String layer = layer(mean);
            steps.add(affine(
                    step,
                    constant(
                            layer + ".scale",
                            variance,
                            PredictorPlan.Kind.SCALE,
                            sources(weight, variance),
                            statistics.epsilon()),
                    constant(
                            layer + ".shift",
                            variance,
                            PredictorPlan.Kind.SHIFT,
                            sources(bias, mean, weight, variance),
                            statistics.epsilon()),
                    statistics.features(),
                    statistics.inner()));
        }
    }

    /** Whether what the norm takes for a feature is what the product's weights make for one output. */
    private static boolean scales(Step product, Operand.Statistics statistics) {
        return switch (product.operation()) {
            case Steps.DENSE ->
                ((Operand.Size) product.operands().get(6)).value() == statistics.features() && statistics.inner() == 1;
            case Steps.CONV -> Steps.only(product, Operand.Convolved.class).out() == statistics.features();
            case Steps.CONV_TRANSPOSE ->
                Steps.only(product, Operand.Convolved.class).in() == statistics.features();
            default -> false;
        };
    }

    /** A second norm in a row does not fold: the weights that it would scale are not the network's any more. */
    private boolean isCopied(Operand weight) {
        return constants.get(parameter(weight).name()).kind() == PredictorPlan.Kind.COPY;
    }

    private Step folded(
            Step dense,
            Step norm,
            ParameterSpec scale,
            ParameterSpec shift,
            ParameterSpec mean,
            ParameterSpec variance,
            double epsilon) {
        ParameterSpec weight = sourceOf(parameter(dense.operands().get(1)));
        ParameterSpec bias = dense.operands().get(2) instanceof Operand.Weights own ? sourceOf(own.parameter()) : null;
        constants.remove(weight.name());
        if (bias != null) {
            constants.remove(bias.name());
        }
        PredictorPlan.Kind kind = dense.operation().equals(Steps.CONV_TRANSPOSE)
                ? PredictorPlan.Kind.FOLDED_TRANSPOSED
                : PredictorPlan.Kind.FOLDED_WEIGHT;
        Operand foldedWeight = constant(weight.name(), weight, kind, sources(weight, scale, variance), epsilon);
        Operand foldedBias = constant(
                bias != null ? bias.name() : layer(weight) + ".bias",
                variance,
                PredictorPlan.Kind.FOLDED_BIAS,
                sources(bias, shift, mean, scale, variance),
                epsilon);
        List<Operand> operands = new ArrayList<>(dense.operands());
        operands.set(1, foldedWeight);
        operands.set(2, foldedBias);
        operands.set(3, new Operand.Write(Steps.written(norm)));
        return new Step(
                dense.operation(),
                operands,
                dense.formula() + "\n" + norm.formula() + ", folded into W and b",
                dense.when(),
                null);
    }

    private Step standardize(Step step) {
        List<Operand> operands = step.operands();
        ParameterSpec mean = parameter(operands.get(2));
        ParameterSpec variance = parameter(operands.get(3));
        double epsilon = Steps.only(step, Operand.Number.class).value();
        int features = ((Operand.Size) operands.get(5)).value();
        int inner = ((Operand.Size) operands.get(6)).value();
        String layer = layer(mean);
        return affine(
                step,
                constant(layer + ".scale", variance, PredictorPlan.Kind.SCALE, sources(null, variance), epsilon),
                constant(
                        layer + ".shift",
                        variance,
                        PredictorPlan.Kind.SHIFT,
                        sources(null, mean, null, variance),
                        epsilon),
                features,
                inner);
    }

    /** Without chance noise is the identity. */
    private static Step withoutNoise(Step step) {
        if (!Steps.has(step, Operand.Gaussian.class)) {
            return step;
        }
        List<Operand> operands = new ArrayList<>(step.operands().subList(0, 4));
        operands.add(Operand.Function.IDENTITY);
        operands.add(new Operand.NoDropout());
        return new Step(Steps.ACTIVATE, operands, step.formula());
    }

    /** Without chance a randomized ReLU is a leaky one. */
    private static Step meanSlope(Step step) {
        Operand.Slopes slopes = Steps.only(step, Operand.Slopes.class);
        double mean = (slopes.lower() + slopes.upper()) / 2;
        List<Operand> operands = new ArrayList<>(step.operands().subList(0, 4));
        operands.add(new Operand.Function("leakyRelu", List.of(mean), slopes.name()));
        operands.add(new Operand.NoDropout());
        String formula = Steps.written(step).name() + " = leakyRelu("
                + step.reads().get(0).name() + ", " + mean + ")";
        return new Step(Steps.ACTIVATE, operands, formula);
    }

    private static Step affine(Step step, Operand scale, Operand shift, int features, int inner) {
        return new Step(
                Steps.AFFINE,
                List.of(
                        new Operand.Read(step.reads().get(0)),
                        new Operand.Write(Steps.written(step)),
                        scale,
                        shift,
                        new Operand.Rows(1),
                        new Operand.Size(features),
                        new Operand.Size(inner),
                        Operand.Function.IDENTITY),
                step.formula());
    }

    private Step copied(Step step) {
        return Steps.with(step, step.formula(), operand -> {
            if (operand instanceof Operand.Weights weights) {
                ParameterSpec spec = weights.parameter();
                return constant(spec.name(), spec, PredictorPlan.Kind.COPY, List.of(spec), 0);
            }
            return operand instanceof Operand.Dropout ? new Operand.NoDropout() : operand;
        });
    }

    private Operand constant(
            String name, ParameterSpec like, PredictorPlan.Kind kind, List<ParameterSpec> sources, double epsilon) {
        ParameterSpec spec = new ParameterSpec(name, like.sizes(), false, like.initialiser());
        constants.put(name, new PredictorPlan.Constant(spec, kind, sources, epsilon));
        return new Operand.Weights(spec);
    }

    private ParameterSpec sourceOf(ParameterSpec constant) {
        return constants.get(constant.name()).sources().get(0);
    }

    private static ParameterSpec parameter(Operand operand) {
        return operand instanceof Operand.Weights weights ? weights.parameter() : null;
    }

    private static List<ParameterSpec> sources(ParameterSpec... sources) {
        return java.util.Arrays.asList(sources);
    }

    /** @return a parameter's name without its role */
    private static String layer(ParameterSpec parameter) {
        return parameter.name().substring(0, Math.max(0, parameter.name().lastIndexOf('.')));
    }
}
