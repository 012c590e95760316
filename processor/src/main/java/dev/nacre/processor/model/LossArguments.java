package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import dev.nacre.processor.layer.LossLayer;
import java.util.List;

/** Checks what a loss is given: predictions, a label, weights of samples. And that nothing else is given labels. */
final class LossArguments {
    private final Reporter reporter;

    LossArguments(Reporter reporter) {
        this.reporter = reporter;
    }

    /** @return whether a parameter says how each sample's loss is weighted */
    static boolean isWeights(Declarations.Type type) {
        return type == Declarations.SimpleType.SAMPLE_WEIGHTS;
    }

    /** @return whether a stack is no more than a loss of several predictions, which merges them itself */
    static boolean mergesItself(List<Placed> stack) {
        return stack.size() == 1 && stack.get(0).layer() instanceof LossLayer loss && loss.predictions() > 1;
    }

    /** Checks the number of values that come in, where a stack begins with its loss. */
    boolean predictions(Draft.Block draft, List<String> values) {
        Placed placed = draft.stack().get(draft.stack().size() - 1);
        if (!(placed.layer() instanceof LossLayer loss) || values.isEmpty()) {
            return true;
        }
        // Of more values than predictions one was meant as the label, and that is what is missing.
        boolean lacksLabel = !loss.labels().isEmpty() && draft.label().isEmpty() && values.size() > loss.predictions();
        if (lacksLabel) {
            return true;
        }
        boolean alone = draft.stack().size() == 1;
        if (alone && values.size() != loss.predictions()) {
            reporter.error(
                    placed.declaration().position(),
                    LossMessages.predictions(placed.annotation(), loss.predictions(), values));
            return false;
        }
        if (!alone && loss.predictions() > 1) {
            reporter.error(
                    placed.declaration().position(),
                    LossMessages.predictionsBehind(
                            placed.annotation(),
                            loss.predictions(),
                            draft.stack().get(0).annotation()));
            return false;
        }
        return true;
    }

    /** Checks labels and weights. */
    boolean labels(Declarations.Block block, Draft.Block draft) {
        List<Declarations.Argument> found = block.arguments().stream()
                .filter(argument -> ArgumentRules.isLabel(argument.type()))
                .toList();
        if (!draft.isLoss()) {
            // A result of Loss without a loss layer is the one mistake to report then.
            if (block.result() != Declarations.SimpleType.LOSS) {
                found.stream()
                        .filter(argument -> argument.input().isEmpty())
                        .forEach(argument -> reporter.error(argument.position(), outside(argument)));
            }
            return found.isEmpty();
        }
        Placed loss = draft.stack().get(draft.stack().size() - 1);
        return weights(loss, found) & label(loss, found);
    }

    private static Message outside(Declarations.Argument argument) {
        return isWeights(argument.type())
                ? LossMessages.weightsOutsideLoss(argument.name())
                : Messages.labelOutsideLoss(argument.name(), argument.type());
    }

    private boolean weights(Placed loss, List<Declarations.Argument> found) {
        List<Declarations.Argument> weights =
                found.stream().filter(argument -> isWeights(argument.type())).toList();
        if (weights.size() < 2) {
            return true;
        }
        List<String> names = weights.stream().map(Declarations.Argument::name).toList();
        reporter.error(weights.get(1).position(), LossMessages.weightsTwice(loss.annotation(), names));
        return false;
    }

    private boolean label(Placed placed, List<Declarations.Argument> found) {
        List<LabelKind> accepted = ((LossLayer) placed.layer()).labels();
        List<Declarations.Argument> labels =
                found.stream().filter(argument -> !isWeights(argument.type())).toList();
        if (accepted.isEmpty()) {
            labels.forEach(label ->
                    reporter.error(label.position(), LossMessages.labelUnwanted(placed.annotation(), label.name())));
            return labels.isEmpty();
        }
        if (labels.isEmpty()) {
            reporter.error(placed.declaration().position(), LossMessages.labelMissing(placed.annotation(), accepted));
            return false;
        }
        if (labels.size() > 1) {
            List<String> names =
                    labels.stream().map(Declarations.Argument::name).toList();
            reporter.error(placed.declaration().position(), Messages.labelTwice(placed.annotation(), names));
            return false;
        }
        Declarations.Argument label = labels.get(0);
        if (LabelKind.of(label.type(), accepted).isEmpty()) {
            reporter.error(label.position(), LossMessages.labelKind(placed.annotation(), accepted, label.type()));
            return false;
        }
        return true;
    }

    /** Checks that a stack on a type ends with a loss of the one prediction that it has. */
    boolean ofStack(Placed placed) {
        if (placed.role() != Layer.Role.LOSS || ((LossLayer) placed.layer()).predictions() == 1) {
            return true;
        }
        reporter.error(
                placed.declaration().position(),
                LossMessages.predictionsOfStack(placed.annotation(), ((LossLayer) placed.layer()).predictions()));
        return false;
    }

    /** {@code float loss(Tensor, Tensor)} and {@code Loss loss(Tensor, Tensor)} cannot stand in one class. */
    void names(List<Draft.Block> blocks, int inputs, boolean labels) {
        for (Draft.Block block : blocks) {
            boolean tensors =
                    block.arguments().stream().allMatch(argument -> argument.type() == Declarations.SimpleType.TENSOR);
            if (!labels
                    && block.sound()
                    && block.isLoss()
                    && block.name().equals("loss")
                    && tensors
                    && block.declaration().isPresent()
                    && block.arguments().size() == inputs) {
                reporter.error(block.position(), LossMessages.lossName());
            }
        }
    }
}
