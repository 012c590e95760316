package dev.nacre.processor.plan;

import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Lets gradients ride on the products of the backward pass: that of an activation on the gradient of the layer or the pool behind it,
 * across blocks, and that of a bias on the gradient of its weights. What lies between them is then never stored, which is
 * why nothing else may read it.
 */
final class GradientFusion {
    private final List<Pass> passes;
    private final ToIntFunction<Value> identity;
    private final Set<Integer> kept;
    private final List<Step> everywhere;

    private GradientFusion(List<Pass> passes, List<Pass> others, ToIntFunction<Value> identity, Set<Integer> kept) {
        this.passes = new ArrayList<>(passes);
        this.identity = identity;
        this.kept = kept;
        this.everywhere = new ArrayList<>(steps(passes));
        everywhere.addAll(steps(others));
    }

    /**
     * @param passes where steps are joined, in order
     * @param others what else reads gradients
     * @param identity the id of what a value is stored as
     * @param kept the ids of gradients that are asked for themselves
     */
    static List<Pass> fuse(List<Pass> passes, List<Pass> others, ToIntFunction<Value> identity, Set<Integer> kept) {
        GradientFusion fusion = new GradientFusion(passes, others, identity, kept);
        for (Step step : steps(passes)) {
            if (step.operation().equals(Steps.ACTIVATE_GRADIENT)) {
                fusion.joinActivation(fusion.before(step), step);
            } else if (step.operation().equals(Steps.COLUMN_SUM)) {
                fusion.joinBias(fusion.before(step), step);
            }
        }
        return List.copyOf(fusion.passes);
    }

    /** What comes before a step as it is by now: what has been joined cannot be joined as it was. */
    private List<Step> before(Step step) {
        List<Step> steps = steps(passes);
        int at = 0;
        while (steps.get(at) != step) {
            at++;
        }
        return steps.subList(0, at);
    }

    private static List<Step> steps(List<Pass> passes) {
        List<Step> steps = new ArrayList<>();
        for (Pass pass : passes) {
            steps.addAll(pass.steps());
        }
        return steps;
    }

    /** The gradient that the activation is given must come from a product and go nowhere else. */
    private void joinActivation(List<Step> before, Step activation) {
        Value up = activation.reads().get(1);
        int id = identity.applyAsInt(up);
        if (kept.contains(id) || count(id) != 1) {
            return;
        }
        List<Step> writers = before.stream()
                .filter(step -> step.writes().stream().anyMatch(value -> identity.applyAsInt(value) == id))
                .toList();
        if (writers.size() != 1 || Steps.has(writers.get(0), Operand.Function.class)) {
            return;
        }
        if (isPoolOf(activation, writers.get(0))) {
            Step pool = writers.get(0);
            List<Operand> operands = new ArrayList<>(pool.operands());
            operands.replaceAll(operand ->
                    operand instanceof Operand.Write ? new Operand.Write(Steps.written(activation)) : operand);
            operands.add(Steps.function(activation));
            replace(pool, activation, operands);
        } else if (writers.get(0).operation().equals(Steps.CONV_INPUT_GRADIENT) && wholeSamples(activation)
                || writers.get(0).operation().equals(Steps.DENSE_INPUT_GRADIENT)
                        && sameRows(writers.get(0), activation)) {
            Step product = writers.get(0);
            List<Operand> operands = new ArrayList<>(product.operands());
            operands.replaceAll(operand ->
                    operand instanceof Operand.Write ? new Operand.Write(Steps.written(activation)) : operand);
            operands.add(new Operand.Read(activation.reads().get(0)));
            operands.add(Steps.function(activation));
            operands.add(Steps.mask(activation));
            replace(product, activation, operands);
        }
    }

    /** Whether what the pool chose from is what the activation made; one that needs its input made it of something else. */
    private boolean isPoolOf(Step activation, Step pool) {
        return pool.operation().equals(Steps.MAX_POOL_GRADIENT)
                && !Steps.drops(activation)
                && identity.applyAsInt(pool.reads().get(0))
                        == identity.applyAsInt(activation.reads().get(0));
    }

    private long count(int id) {
        return everywhere.stream()
                .flatMap(step -> step.reads().stream())
                .filter(value -> identity.applyAsInt(value) == id)
                .count();
    }

    /** A convolution ends sample by sample. */
    private static boolean wholeSamples(Step activation) {
        return !Steps.drops(activation)
                || Steps.only(activation, Operand.Rows.class).perSample() == 1;
    }

    /** A mask depends on which elements are a row. */
    private static boolean sameRows(Step product, Step activation) {
        Operand.Rows rows = Steps.only(product, Operand.Rows.class);
        Operand.Size in = Steps.only(product, Operand.Size.class);
        Operand.Rows masked = Steps.only(activation, Operand.Rows.class);
        Operand.Size width = Steps.only(activation, Operand.Size.class);
        return rows.equals(masked) && in.equals(width)
                || !Steps.drops(activation) && rows.perSample() * in.value() == masked.perSample() * width.value();
    }

    private void joinBias(List<Step> before, Step sum) {
        int id = identity.applyAsInt(sum.reads().get(0));
        for (Step product : before) {
            if (product.operation().equals(Steps.DENSE_WEIGHT_GRADIENT)
                    && !Steps.has(product, Operand.Absent.class)
                    && identity.applyAsInt(product.reads().get(0)) == id
                    && Steps.only(product, Operand.Rows.class).equals(Steps.only(sum, Operand.Rows.class))
                    && product.learns().size() == 1) {
                List<Operand> operands = new ArrayList<>(product.operands());
                operands.add(3, Steps.only(sum, Operand.WeightsGradient.class));
                operands.add(Steps.only(sum, Operand.Accumulate.class));
                replace(product, sum, operands);
                return;
            }
        }
    }

    private void replace(Step product, Step gone, List<Operand> operands) {
        Step joined = new Step(
                product.operation(), operands, product.formula() + "\n" + gone.formula(), product.when(), null);
        passes.replaceAll(pass -> pass.with(list -> {
            List<Step> changed = new ArrayList<>(list);
            changed.replaceAll(step -> step == product ? joined : step);
            changed.removeIf(step -> step == gone);
            return changed;
        }));
    }

    /** The ids of the gradients that are asked for themselves. */
    static Set<Integer> kept(Routing.Routes routes, ToIntFunction<Value> identity) {
        Set<Integer> ids = new HashSet<>();
        for (List<Value> values : List.of(routes.seeds(), routes.innerLossGradients())) {
            values.forEach(value -> ids.add(identity.applyAsInt(value)));
        }
        routes.inputGradients().stream()
                .filter(value -> value != null)
                .forEach(value -> ids.add(identity.applyAsInt(value)));
        return ids;
    }
}
