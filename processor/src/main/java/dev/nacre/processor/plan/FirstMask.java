package dev.nacre.processor.plan;

import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Where chance enters the way forward. What comes before is the same for all samples of a prediction and runs once; where a
 * mask rides on a product or an activation, these come before and the mask alone after.
 *
 * @param block the number of the first block with a mask
 * @param step the number of the first step with one, in that block
 * @param splits whether what the mask rides on comes before; where products are scalar arithmetic, a second copy of the source
 *     would cost more than the product
 */
public record FirstMask(int block, int step, boolean splits) {
    /** Not the id of any value of a graph. */
    private static final int UNMASKED = -1;

    static Optional<FirstMask> of(List<BlockPlan> blocks, boolean unrolled) {
        for (int block = 0; block < blocks.size(); block++) {
            List<Step> steps = blocks.get(block).forward();
            for (int step = 0; step < steps.size(); step++) {
                if (isRandom(steps.get(step))) {
                    return Optional.of(new FirstMask(block, step, !unrolled));
                }
            }
        }
        return Optional.empty();
    }

    /** A used network may have masks, which only its class knows. */
    private static boolean isRandom(Step step) {
        return Steps.drops(step)
                || Steps.has(step, Operand.Slopes.class)
                || Steps.has(step, Operand.Gaussian.class)
                || Steps.has(step, Operand.Connections.class)
                || step.operation().equals(Step.CALL);
    }

    /** @return the value that the first mask is put on, where something else rides in its step */
    public Optional<Value> unmasked(BlockPlan plan) {
        Step first = plan.forward().get(step);
        boolean rides = first.operation().equals(Steps.KEPT_DENSE)
                || Fusion.endsInActivation(first)
                        && !(first.operation().equals(Steps.ACTIVATE) && Steps.isIdentity(first));
        if (!splits || !rides || !Steps.drops(first)) {
            return Optional.empty();
        }
        Value masked = Steps.written(first);
        return Optional.of(new Value(UNMASKED, masked.name() + " unmasked", masked.shape(), Value.Kind.FORWARD));
    }

    /** @return whether a value is what {@link #unmasked} gives */
    public boolean isUnmasked(Value value) {
        return value.id() == UNMASKED;
    }

    /** @return the steps of the block before the mask */
    public List<Step> before(BlockPlan plan) {
        List<Step> steps = new ArrayList<>(plan.forward().subList(0, step));
        Step first = plan.forward().get(step);
        unmasked(plan)
                .ifPresent(value ->
                        steps.add(KeptUnits.whole(Steps.with(first, withoutLast(first.formula()), operand -> {
                            if (operand instanceof Operand.Write) {
                                return new Operand.Write(value);
                            }
                            return operand instanceof Operand.Dropout ? new Operand.NoDropout() : operand;
                        }))));
        return steps;
    }

    /** @return the steps of the block from the mask on */
    public List<Step> after(BlockPlan plan) {
        List<Step> steps =
                new ArrayList<>(plan.forward().subList(step, plan.forward().size()));
        Step first = steps.get(0);
        unmasked(plan).ifPresent(value -> {
            int perSample = Steps.only(first, Operand.Rows.class).perSample();
            steps.set(
                    0,
                    new Step(
                            Steps.ACTIVATE,
                            List.of(
                                    new Operand.Read(value),
                                    new Operand.Write(Steps.written(first)),
                                    new Operand.Rows(perSample),
                                    new Operand.Size(value.shape().elements() / perSample),
                                    Operand.Function.IDENTITY,
                                    Steps.mask(first)),
                            last(first.formula())));
        });
        return steps;
    }

    /** The formula of a mask that rides is the last. */
    private static String last(String formula) {
        return formula.substring(formula.lastIndexOf('\n') + 1);
    }

    private static String withoutLast(String formula) {
        int end = formula.lastIndexOf('\n');
        return end < 0 ? formula : formula.substring(0, end);
    }

    /** @return the ids of the values that are made before the mask and read after it, forward */
    Set<Integer> crossing(List<BlockPlan> blocks, ToIntFunction<Value> identity) {
        Set<Integer> made = new HashSet<>();
        Set<Integer> crossing = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            List<Step> steps = blocks.get(i).forward();
            for (int j = 0; j < steps.size(); j++) {
                if (i < block || i == block && j < step) {
                    steps.get(j).writes().forEach(value -> made.add(identity.applyAsInt(value)));
                } else {
                    steps.get(j).reads().forEach(value -> crossing.add(identity.applyAsInt(value)));
                }
            }
        }
        crossing.retainAll(made);
        return crossing;
    }
}
