package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import dev.nacre.processor.layer.Options;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Declarations that are possible and probably not meant; each can be silenced by its id. */
final class Lints {
    private static final double HIGH = 0.7;

    private final List<Draft.Block> blocks;
    private final Set<String> outputs;
    private final Reporter reporter;
    private final LossLints losses;

    /** @param outputs the names of the blocks that are outputs */
    Lints(List<Draft.Block> blocks, Set<String> outputs, Reporter reporter) {
        this.blocks = blocks;
        this.outputs = outputs;
        this.reporter = reporter;
        this.losses = new LossLints(blocks, reporter);
    }

    void run() {
        for (Draft.Block block : blocks) {
            for (Draft.Argument argument : block.arguments()) {
                stack(block, argument.stack());
            }
            stack(block, block.stack());
            if (outputs.contains(block.name())) {
                Placed last = last(block.stack());
                if (last.layer().name().equals("Dropout")) {
                    warn(
                            block,
                            last,
                            "dropout-on-output",
                            () -> Messages.dropoutOnOutput(
                                    last.annotation(), block.declaration().map(Declarations.Block::name)));
                }
            }
            if (block.isLoss()) {
                losses.check(block);
            }
        }
    }

    private void stack(Draft.Block block, List<Placed> stack) {
        Placed dropout = null;
        for (int i = 0; i < stack.size(); i++) {
            Placed placed = stack.get(i);
            if (i > 0 && placed.has(Layer.Trait.ACTIVATION) && stack.get(i - 1).has(Layer.Trait.ACTIVATION)) {
                Placed before = stack.get(i - 1);
                warn(
                        block,
                        placed,
                        "double-activation",
                        () -> Messages.doubleActivation(before.annotation(), placed.annotation()));
            }
            if (placed.layer().name().equals("BatchNorm") && dropout != null) {
                Placed culprit = dropout;
                warn(
                        block,
                        culprit,
                        "dropout-before-batch-norm",
                        () -> Messages.dropoutBeforeBatchNorm(culprit.annotation(), placed.annotation()));
                dropout = null;
            }
            if (placed.layer().name().equals("Dropout")) {
                dropout = placed;
                double p = new Options(placed.declaration().options()).number("value");
                if (p > HIGH) {
                    reportHigh(block, placed, p);
                }
            }
        }
    }

    private void reportHigh(Draft.Block block, Placed placed, double p) {
        if (!block.suppressed().contains("high-dropout")) {
            reporter.warning(
                    placed.declaration().position().option("value"), Messages.highDropout(placed.annotation(), p));
        }
    }

    private void warn(Draft.Block block, Placed placed, String id, Supplier<Message> message) {
        if (!block.suppressed().contains(id)) {
            reporter.warning(placed.declaration().position(), message.get());
        }
    }

    private static Placed last(List<Placed> stack) {
        return stack.get(stack.size() - 1);
    }
}
