package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import dev.nacre.processor.layer.Options;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Declarations that are possible and probably not meant; each can be silenced by its name. */
final class Lints {
    private static final double HIGH = 0.7;
    private static final Set<String> ALPHA_DROPOUTS = Set.of("AlphaDropout", "FeatureAlphaDropout");

    /** Those that do not keep mean and variance, with what does. */
    private static final Map<String, String> PLAIN_DROPOUTS =
            Map.of("Dropout", "AlphaDropout", "SpatialDropout", "FeatureAlphaDropout");

    private static final Set<String> DROPOUTS =
            Set.of("Dropout", "SpatialDropout", "AlphaDropout", "FeatureAlphaDropout", "DropPath", "DropBlock");

    /** Those that shift the variance of what they drop from; whole samples and squares are usual before a norm. */
    private static final Set<String> BEFORE_NORM =
            Set.of("Dropout", "SpatialDropout", "AlphaDropout", "FeatureAlphaDropout", "GaussianDropout");

    private static final String GAUSSIAN = "GaussianDropout";
    private static final Set<String> NOISE = Set.of(GAUSSIAN, "GaussianNoise");
    private static final Set<String> SOFTMAXES = Set.of("Softmax", "LogSoftmax", "Softmin");

    /** Functions that are written for their values, one after another too. */
    private static final Set<String> FUNCTIONS =
            Set.of("Abs", "Apply", "Cos", "Exp", "HardTanh", "Log", "Sin", "Sqrt", "Square", "Threshold");

    private final List<Draft.Block> blocks;
    private final ShapeTable shapes;
    private final Set<String> outputs;
    private final Reporter reporter;
    private final PredictionLints predictions;

    /** @param outputs the names of the blocks that are outputs */
    Lints(List<Draft.Block> blocks, ShapeTable shapes, Set<String> outputs, Reporter reporter) {
        this.blocks = blocks;
        this.shapes = shapes;
        this.outputs = outputs;
        this.reporter = reporter;
        this.predictions = new PredictionLints(blocks, reporter);
    }

    void run() {
        for (Neighbours.Pair pair : new Neighbours(blocks, shapes).pairs()) {
            single(pair);
            if (pair.before() != null && pair.inOneBlock()) {
                inOneBlock(pair);
            }
            // Across blocks only in what is trained: a network without a loss may be a part whose reader follows.
            if (pair.before() != null && pair.alone() && (pair.inOneBlock() || isTrained())) {
                linear(pair);
            }
            if (pair.before() != null) {
                meanAndVariance(pair);
            }
        }
        for (Draft.Block block : blocks) {
            dropoutBeforeBatchNorm(block, block.stack());
            for (Draft.Argument argument : block.arguments()) {
                dropoutBeforeBatchNorm(block, argument.stack());
            }
            if (outputs.contains(block.name())) {
                output(block);
            }
            if (block.isLoss()) {
                predictions.check(block);
            }
        }
        new LossLints(blocks, this::warn).run();
    }

    private boolean isTrained() {
        return blocks.stream().anyMatch(Draft.Block::isLoss);
    }

    private void output(Draft.Block block) {
        Placed last = block.stack().get(block.stack().size() - 1);
        if (is(last, GAUSSIAN)) {
            warn(
                    block,
                    last,
                    LintNames.DROPOUT_ON_OUTPUT,
                    () -> LintMessages.gaussianOnOutput(
                            last.annotation(), block.declaration().map(Declarations.Block::name)));
        }
        if (DROPOUTS.contains(last.layer().name())) {
            warn(
                    block,
                    last,
                    LintNames.DROPOUT_ON_OUTPUT,
                    () -> Messages.dropoutOnOutput(
                            last.annotation(), block.declaration().map(Declarations.Block::name)));
        }
    }

    private void single(Neighbours.Pair pair) {
        Placed layer = pair.layer();
        Options options = new Options(layer.declaration().options());
        if (DROPOUTS.contains(layer.layer().name())) {
            double p = options.number("value");
            if (p > HIGH) {
                warnOfOption(
                        pair,
                        LintNames.HIGH_DROPOUT,
                        Messages.highDropout(layer.annotation(), layer.layer().name(), p));
            } else if (p == 0) {
                warnOfOption(pair, LintNames.NO_DROPOUT, LintMessages.noDropout(layer.annotation()));
            }
        }
        if (is(layer, GAUSSIAN) && options.number("value") > HIGH) {
            warnOfOption(
                    pair,
                    LintNames.HIGH_DROPOUT,
                    LintMessages.highGaussian(layer.annotation(), options.number("value")));
        }
        if (NOISE.contains(layer.layer().name()) && options.number("value") == 0) {
            warnOfOption(pair, LintNames.NO_DROPOUT, LintMessages.noNoise(layer.annotation()));
        }
        boolean ofLast = !layer.declaration().options().containsKey("axis") || options.integer("axis") == -1;
        if (SOFTMAXES.contains(layer.layer().name()) && ofLast && pair.out().last() == 1) {
            warn(pair.block(), layer, LintNames.SOFTMAX_OF_ONE, () -> LintMessages.softmaxOfOne(layer.annotation()));
        }
    }

    /** SELU wants dropout that keeps mean 0 and variance 1, and what keeps them wants SELU. */
    private void meanAndVariance(Neighbours.Pair pair) {
        String name = pair.layer().layer().name();
        boolean behindSelu = is(pair.before(), "SELU");
        if (behindSelu && PLAIN_DROPOUTS.containsKey(name)) {
            warn(
                    pair.block(),
                    pair.layer(),
                    LintNames.SELU_DROPOUT,
                    () -> LintMessages.seluDropout(pair.layer().annotation(), PLAIN_DROPOUTS.get(name)));
        }
        boolean behindDropout = DROPOUTS.contains(pair.before().layer().name());
        if (ALPHA_DROPOUTS.contains(name) && !behindSelu && !behindDropout) {
            warn(
                    pair.block(),
                    pair.layer(),
                    LintNames.ALPHA_DROPOUT_WITHOUT_SELU,
                    () -> LintMessages.alphaDropoutWithoutSelu(
                            pair.layer().annotation(),
                            pair.before().annotation(),
                            name.equals("AlphaDropout") ? "Dropout" : "SpatialDropout"));
        }
    }

    private void inOneBlock(Neighbours.Pair pair) {
        Placed before = pair.before();
        Placed layer = pair.layer();
        if (isActivation(before) && isActivation(layer)) {
            warn(
                    pair.block(),
                    layer,
                    LintNames.DOUBLE_ACTIVATION,
                    () -> Messages.doubleActivation(before.annotation(), layer.annotation()));
        }
        boolean gaussian = is(before, GAUSSIAN) || is(layer, GAUSSIAN);
        if (dropsOrIsGaussian(before) && dropsOrIsGaussian(layer)) {
            warn(
                    pair.block(),
                    layer,
                    LintNames.DOUBLE_DROPOUT,
                    () -> gaussian
                            ? LintMessages.doubleGaussian(before.annotation(), layer.annotation())
                            : LintMessages.doubleDropout(before.annotation(), layer.annotation()));
        }
    }

    private void linear(Neighbours.Pair pair) {
        Placed before = pair.before();
        Placed layer = pair.layer();
        boolean bottleneck =
                pair.in().last() < Math.min(pair.beforeIn().last(), pair.out().last());
        if (is(before, "Dense") && is(layer, "Dense") && !bottleneck) {
            warn(
                    pair.block(),
                    layer,
                    LintNames.LINEAR_TWICE,
                    () -> LintMessages.linearTwice(
                            before.annotation(), layer.annotation(), pair.in().last()));
        }
    }

    private void dropoutBeforeBatchNorm(Draft.Block block, List<Placed> stack) {
        Placed dropout = null;
        for (Placed placed : stack) {
            if (remembersVariance(placed) && dropout != null) {
                Placed culprit = dropout;
                warn(
                        block,
                        culprit,
                        LintNames.DROPOUT_BEFORE_BATCH_NORM,
                        () -> Messages.dropoutBeforeBatchNorm(culprit.annotation(), placed.annotation()));
                dropout = null;
            }
            if (BEFORE_NORM.contains(placed.layer().name())) {
                dropout = placed;
            }
        }
    }

    private static boolean remembersVariance(Placed placed) {
        return is(placed, "BatchNorm")
                || is(placed, "InstanceNorm")
                        && Boolean.TRUE.equals(placed.declaration().options().get("trackRunning"));
    }

    static boolean is(Placed placed, String name) {
        return placed.layer().name().equals(name);
    }

    private static boolean dropsOrIsGaussian(Placed placed) {
        return is(placed, GAUSSIAN) || DROPOUTS.contains(placed.layer().name());
    }

    private static boolean isActivation(Placed placed) {
        return placed.has(Layer.Trait.ACTIVATION)
                && !FUNCTIONS.contains(placed.layer().name());
    }

    private void warnOfOption(Neighbours.Pair pair, String name, Message message) {
        if (!LintNames.silenced(name, pair.block().suppressed())) {
            reporter.warning(pair.layer().declaration().position().option("value"), message);
        }
    }

    private void warn(Draft.Block block, Placed placed, String name, Supplier<Message> message) {
        if (!LintNames.silenced(name, block.suppressed())) {
            Position position =
                    placed == null ? block.position() : placed.declaration().position();
            reporter.warning(position, message.get());
        }
    }
}
