package dev.nacre.processor.plan;

import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Lets activations and dropout ride on the product, the norm or the sum before them: {@code dense, activate, activate} becomes one step, and so
 * do the gradients. What lies between them is then never stored, which is why nothing else may read it.
 */
final class Fusion {
    private static final Set<String> ENDING = Set.of(
            Steps.DENSE,
            Steps.ACTIVATE,
            Steps.CONV,
            Steps.CONV_TRANSPOSE,
            Steps.BATCH_NORM,
            Steps.INSTANCE_NORM,
            Steps.GROUP_NORM,
            Steps.AFFINE);

    private final List<Step> forward;
    private final List<Step> backward;

    private Fusion(List<Step> forward, List<Step> backward) {
        this.forward = new ArrayList<>(forward);
        this.backward = new ArrayList<>(backward);
    }

    /** The steps of a block, forward and backward, after fusion. */
    record Fused(List<Step> forward, List<Step> backward) {}

    static Fused fuse(List<Step> forward, List<Step> backward) {
        Fusion fusion = new Fusion(forward, backward);
        int at = 0;
        while (at + 1 < fusion.forward.size()) {
            if (!fusion.fuseAt(at)) {
                at++;
            }
        }
        for (at = 0; at + 1 < fusion.forward.size(); at++) {
            fusion.endSumAt(at);
        }
        return new Fused(List.copyOf(fusion.forward), List.copyOf(fusion.backward));
    }

    private boolean fuseAt(int at) {
        Step first = forward.get(at);
        Step second = forward.get(at + 1);
        if (!endsInActivation(first) || !second.operation().equals(Steps.ACTIVATE) || Steps.drops(first)) {
            return false;
        }
        Value between = Steps.written(first);
        if (!Steps.reads(second, between)
                || forward.stream().filter(step -> Steps.reads(step, between)).count() != 1) {
            return false;
        }
        if (Steps.isIdentity(first)) {
            if (backward.stream().anyMatch(step -> Steps.reads(step, between))) {
                return false;
            }
        } else if (!Steps.isIdentity(second) || !fuseGradients(first, second)) {
            return false;
        }
        boolean byRows =
                Steps.has(first, Operand.Size.class) && !first.operation().equals(Steps.GROUP_NORM);
        if (Steps.drops(second) && byRows) {
            alignRows(first, second);
        }
        forward.set(at, merged(first, second));
        forward.remove(at + 1);
        return true;
    }

    /** A sum ends in a function that stands alone: with a mask behind it, function and mask are one pass already, and so are their gradients. */
    private void endSumAt(int at) {
        Step sum = forward.get(at);
        Step second = forward.get(at + 1);
        if (!sum.operation().equals(Steps.ADD) || !second.operation().equals(Steps.ACTIVATE) || Steps.drops(second)) {
            return;
        }
        Value between = Steps.written(sum);
        if (second.reads().get(0).id() == between.id()
                && forward.stream().filter(step -> Steps.reads(step, between)).count() == 1
                && backward.stream().noneMatch(step -> Steps.reads(step, between))) {
            List<Operand> operands = new ArrayList<>(sum.operands());
            operands.replaceAll(
                    operand -> operand instanceof Operand.Write ? new Operand.Write(Steps.written(second)) : operand);
            operands.add(Steps.function(second));
            forward.set(at, new Step(sum.operation(), operands, sum.formula() + "\n" + second.formula()));
            forward.remove(at + 1);
        }
    }

    /** The same mask falls on the same elements only where they make up the same rows. */
    private void alignRows(Step first, Step second) {
        Operand mask = Steps.mask(second);
        Operand rows = Steps.only(first, Operand.Rows.class);
        List<Operand> sizes =
                first.operands().stream().filter(Operand.Size.class::isInstance).toList();
        Operand columns = sizes.get(sizes.size() - 1);
        backward.replaceAll(step -> !step.operation().equals(Steps.ACTIVATE_GRADIENT)
                        || !Steps.mask(step).equals(mask)
                ? step
                : Steps.with(
                        step,
                        step.formula(),
                        operand -> operand instanceof Operand.Rows
                                ? rows
                                : operand instanceof Operand.Size ? columns : operand));
    }

    /** @return whether a function and a mask can ride on a step */
    static boolean endsInActivation(Step step) {
        return ENDING.contains(step.operation());
    }

    private static Step merged(Step first, Step second) {
        Operand function = Steps.isIdentity(first) ? Steps.function(second) : Steps.function(first);
        Operand mask = Steps.mask(second);
        return Steps.with(first, first.formula() + "\n" + second.formula(), operand -> {
            if (operand instanceof Operand.Write) {
                return new Operand.Write(Steps.written(second));
            } else if (operand instanceof Operand.Function) {
                return function;
            } else {
                return operand instanceof Operand.NoDropout ? mask : operand;
            }
        });
    }

    /**
     * Joins the gradient of a dropout with that of the activation before it, whose output is no longer stored. One that needs
     * its input reads that, one that needs its output reads what dropout made of it.
     */
    private boolean fuseGradients(Step first, Step second) {
        Value between = Steps.written(first);
        for (int at = 0; at + 1 < backward.size(); at++) {
            Step dropout = backward.get(at);
            Step activation = backward.get(at + 1);
            boolean byOutput = Steps.reads(activation, between);
            if (dropout.operation().equals(Steps.ACTIVATE_GRADIENT)
                    && Steps.reads(dropout, Steps.written(second))
                    && activation.operation().equals(Steps.ACTIVATE_GRADIENT)
                    && Steps.reads(activation, Steps.written(dropout))
                    && (byOutput || Steps.reads(activation, first.reads().get(0)))) {
                if (backward.stream().filter(step -> Steps.reads(step, between)).count() != (byOutput ? 1 : 0)) {
                    return false;
                }
                backward.set(at, byOutput ? joinedByOutput(dropout, activation) : joinedByInput(dropout, activation));
                backward.remove(at + 1);
                return true;
            }
        }
        return false;
    }

    private static Step joinedByOutput(Step dropout, Step activation) {
        return Steps.with(
                dropout,
                dropout.formula() + "\n" + activation.formula(),
                operand -> operand instanceof Operand.Write
                        ? new Operand.Write(Steps.written(activation))
                        : operand instanceof Operand.Function ? Steps.function(activation) : operand);
    }

    private static Step joinedByInput(Step dropout, Step activation) {
        Value up = dropout.reads().get(1);
        return Steps.with(
                activation,
                dropout.formula() + "\n" + activation.formula(),
                operand -> operand instanceof Operand.Read read
                                && read.value().id() == Steps.written(dropout).id()
                        ? new Operand.Read(up)
                        : operand instanceof Operand.NoDropout ? Steps.mask(dropout) : operand);
    }
}
