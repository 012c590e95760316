package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import dev.nacre.processor.layer.Options;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Lints of losses: what flows into them, and what does not. */
final class LossLints {
    private static final Set<String> SIGMOIDS = Set.of("Sigmoid", "HardSigmoid", "LogSigmoid");
    private static final Set<String> RECTIFIERS = Set.of("ReLU", "ReLU6");

    /** What they keep is measured, not learned. */
    private static final Set<String> STATISTICS = Set.of("Standardize", "MinMax");

    private final List<Draft.Block> blocks;
    private final Warnings warnings;

    LossLints(List<Draft.Block> blocks, Warnings warnings) {
        this.blocks = blocks;
        this.warnings = warnings;
    }

    /** Takes a warning, unless it is silenced; without a layer it is about the block. */
    @FunctionalInterface
    interface Warnings {
        void warn(Draft.Block block, Placed layer, String name, Supplier<Message> message);
    }

    void run() {
        for (Draft.Block block : blocks) {
            if (block.isLoss()) {
                Placed loss = last(block.stack());
                weight(block, loss);
                intoLoss(block, loss);
            }
        }
        untrained();
    }

    private void weight(Draft.Block block, Placed loss) {
        Object weight = loss.declaration().options().get("weight");
        if (weight instanceof Number && new Options(loss.declaration().options()).number("weight") == 0) {
            warnings.warn(block, loss, LintNames.WEIGHTLESS_LOSS, () -> LintMessages.weightlessLoss(loss.annotation()));
        }
    }

    /** Looks for the layer that the logits come out of: before the loss, on the parameter, or last in another block. */
    private void intoLoss(Draft.Block block, Placed loss) {
        if (block.stack().size() > 1) {
            into(block, block, block.stack().get(block.stack().size() - 2), loss);
            return;
        }
        Draft.Argument logits = block.values().get(0);
        if (!logits.stack().isEmpty()) {
            into(block, block, last(logits.stack()), loss);
            return;
        }
        blocks.stream()
                .filter(source -> source.name().equals(logits.name()))
                .forEach(source -> into(block, source, last(source.stack()), loss));
    }

    private void into(Draft.Block block, Draft.Block source, Placed layer, Placed loss) {
        String name = layer.layer().name();
        String into = "@" + loss.layer().name();
        boolean binary = Lints.is(loss, "BinaryCrossEntropy");
        if (Lints.is(loss, "NegativeLogLikelihood") && name.equals("Softmax")) {
            warn(
                    block,
                    source,
                    layer,
                    LintNames.SOFTMAX_BEFORE_LOG_LIKELIHOOD,
                    () -> LintMessages.softmaxBeforeLogLikelihood(layer.annotation(), into));
        }
        boolean ofLogits = Lints.is(loss, "CrossEntropy")
                || binary && new Options(loss.declaration().options()).flag("logits");
        if (!ofLogits) {
            return;
        }
        if (name.equals("Softmax") || name.equals("LogSoftmax") || name.equals("Softmin")) {
            warn(
                    block,
                    source,
                    layer,
                    LintNames.SOFTMAX_BEFORE_CROSS_ENTROPY,
                    () -> binary
                            ? LintMessages.softmaxBeforeBinary(layer.annotation(), into)
                            : name.equals("LogSoftmax")
                                    ? LintMessages.logSoftmaxBeforeCrossEntropy(layer.annotation(), into)
                                    : Messages.softmaxBeforeCrossEntropy(layer.annotation()));
        } else if (SIGMOIDS.contains(name)) {
            warn(
                    block,
                    source,
                    layer,
                    LintNames.SIGMOID_BEFORE_CROSS_ENTROPY,
                    () -> LintMessages.sigmoidBeforeCrossEntropy(layer.annotation(), into, binary));
        } else if (RECTIFIERS.contains(name)) {
            warn(
                    block,
                    source,
                    layer,
                    LintNames.RELU_BEFORE_CROSS_ENTROPY,
                    () -> LintMessages.reluBeforeCrossEntropy(layer.annotation(), into));
        }
    }

    /** The loss and the block that the layer stands in may silence it. */
    private void warn(Draft.Block loss, Draft.Block source, Placed layer, String name, Supplier<Message> message) {
        if (!LintNames.silenced(name, loss.suppressed())) {
            warnings.warn(source, layer, name, message);
        }
    }

    private void untrained() {
        if (blocks.stream().noneMatch(Draft.Block::isLoss)) {
            return;
        }
        Set<String> trained = new HashSet<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Draft.Block block : blocks) {
                if (block.isLoss() || trained.contains(block.name())) {
                    for (Draft.Argument value : block.values()) {
                        grew |= trained.add(value.name());
                    }
                }
            }
        }
        for (Draft.Block block : blocks) {
            if (!block.isLoss() && !trained.contains(block.name()) && learns(block)) {
                warnings.warn(block, null, LintNames.UNTRAINED, () -> LintMessages.untrained(block.name()));
            }
        }
    }

    private static boolean learns(Draft.Block block) {
        return block.stack().stream().anyMatch(LossLints::learns)
                || block.arguments().stream()
                        .anyMatch(argument -> argument.stack().stream().anyMatch(LossLints::learns));
    }

    private static boolean learns(Placed layer) {
        return layer.has(Layer.Trait.PARAMETERS)
                && !layer.treatment().frozen()
                && !STATISTICS.contains(layer.layer().name());
    }

    private static Placed last(List<Placed> stack) {
        return stack.get(stack.size() - 1);
    }
}
