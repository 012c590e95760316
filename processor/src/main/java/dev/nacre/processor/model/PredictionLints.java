package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import dev.nacre.processor.layer.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Predictions of the wrong kind for their loss: probabilities for one that takes logits, and the other way round. */
final class PredictionLints {
    /** What only gives elements another place. */
    private static final Set<String> VIEWS = Set.of(
            "Flatten",
            "Reshape",
            "Slice",
            "Dropout",
            "SpatialDropout",
            "DropPath",
            "DropBlock",
            "GaussianDropout",
            "GaussianNoise");

    private static final Set<String> PROBABILITIES = Set.of("Sigmoid", "HardSigmoid", "Softmax", "Apply");
    private static final Set<String> LOG_PROBABILITIES = Set.of("LogSoftmax", "LogSigmoid", "Apply");

    private final List<Draft.Block> blocks;
    private final Reporter reporter;

    PredictionLints(List<Draft.Block> blocks, Reporter reporter) {
        this.blocks = blocks;
        this.reporter = reporter;
    }

    /** A layer, and the block it stands in. */
    private record Found(Draft.Block block, Placed layer) {
        String name() {
            return layer.layer().name();
        }
    }

    void check(Draft.Block loss) {
        Placed placed = loss.stack().get(loss.stack().size() - 1);
        Found before = before(loss);
        if (before == null) {
            // An input, or what another network made of one.
            return;
        }
        switch (placed.layer().name()) {
            case "BinaryCrossEntropy" -> {
                boolean logits = new Options(placed.declaration().options()).flag("logits");
                if (!logits && !PROBABILITIES.contains(before.name())) {
                    warn(
                            loss,
                            before,
                            placed,
                            LintNames.NO_PROBABILITIES,
                            LossMessages.noProbabilities(
                                    placed.annotation(), before.layer().annotation()));
                }
            }
            case "NegativeLogLikelihood", "KLDivergence" -> {
                // Of a softmax before it LossLints says more.
                boolean told =
                        before.name().equals("Softmax") && placed.layer().name().equals("NegativeLogLikelihood");
                if (!told && !LOG_PROBABILITIES.contains(before.name())) {
                    warn(
                            loss,
                            before,
                            placed,
                            LintNames.NO_LOG_PROBABILITIES,
                            LossMessages.noLogProbabilities(
                                    placed.annotation(), before.layer().annotation()));
                }
            }
            default -> {}
        }
    }

    /** The last layer that the first prediction comes out of: before the loss, on the parameter, or in another block. */
    private Found before(Draft.Block loss) {
        List<Found> layers = new ArrayList<>();
        add(layers, loss, loss.stack().subList(0, loss.stack().size() - 1));
        Optional<Draft.Block> reader = Optional.of(loss);
        while (reader.isPresent() && reader.get().values().size() == 1) {
            Draft.Argument argument = reader.get().values().get(0);
            add(layers, reader.get(), argument.stack());
            reader = blocks.stream()
                    .filter(block -> block.name().equals(argument.name()))
                    .findFirst();
            reader.ifPresent(block -> add(layers, block, block.stack()));
        }
        return layers.stream()
                .filter(found -> !VIEWS.contains(found.name()))
                .findFirst()
                .filter(found -> found.layer().role() == Layer.Role.TRANSFORM
                        && !(found.layer().layer() instanceof UseLayer))
                .orElse(null);
    }

    private static void add(List<Found> layers, Draft.Block block, List<Placed> stack) {
        for (int i = stack.size() - 1; i >= 0; i--) {
            layers.add(new Found(block, stack.get(i)));
        }
    }

    private void warn(Draft.Block loss, Found before, Placed place, String id, Message message) {
        if (!LintNames.silenced(id, loss.suppressed())
                && !LintNames.silenced(id, before.block().suppressed())) {
            reporter.warning(place.declaration().position(), message);
        }
    }
}
