package dev.nacre.processor.model;

import dev.nacre.processor.layer.Options;
import dev.nacre.processor.layer.weights.WeightRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Annotations for weights that do nothing. */
final class WeightLints {
    private final Declarations.Network network;
    private final List<Draft.Block> blocks;
    private final Reporter reporter;
    private final Set<Declarations.Layer> taken = Collections.newSetFromMap(new IdentityHashMap<>());

    WeightLints(Declarations.Network network, List<Draft.Block> blocks, Reporter reporter) {
        this.network = network;
        this.blocks = blocks;
        this.reporter = reporter;
    }

    void run() {
        Set<Declarations.Layer> reported = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Draft.Block block : blocks) {
            for (Placed placed : layers(block)) {
                placed.treatment().rules().values().forEach(rule -> taken.add(rule.annotation()));
                placed.treatment()
                        .of(WeightRule.Kind.CONNECTIONS)
                        .filter(rule -> rule.options().number("value") == 0)
                        .filter(rule -> !LintNames.silenced(LintNames.NO_DROPOUT, block.suppressed()))
                        // Behind one ahead of all layers it says that this layer keeps its weights.
                        .filter(rule -> !isException(block, rule) && reported.add(rule.annotation()))
                        .ifPresent(rule -> reporter.warning(
                                rule.annotation().position().option("value"), LintMessages.noDropout(rule.text())));
                for (Treatment.Rule idle : idle(placed.treatment())) {
                    if (!block.suppressed().contains("frozen-weights") && reported.add(idle.annotation())) {
                        reporter.warning(
                                idle.annotation().position(),
                                WeightMessages.frozenAnyway(
                                        idle.text(),
                                        placed.annotation(),
                                        placed.treatment()
                                                .of(WeightRule.Kind.FREEZING)
                                                .orElseThrow()
                                                .text()));
                    }
                }
            }
        }
        unused(network.stack(), network.simpleNames().get(network.simpleNames().size() - 1), network.suppressed());
        for (Declarations.Block block : network.blocks()) {
            Set<String> suppressed = new HashSet<>(network.suppressed());
            suppressed.addAll(block.suppressed());
            unused(block.stack(), "block " + block.name(), suppressed);
            block.arguments().forEach(argument -> unused(argument.stack(), "parameter " + argument.name(), suppressed));
        }
    }

    private boolean isException(Draft.Block block, Treatment.Rule rule) {
        return Stream.concat(
                        network.stack().stream(),
                        block.declaration().stream().flatMap(declared -> declared.stack().stream()))
                .anyMatch(annotation -> annotation != rule.annotation()
                        && annotation.name().equals(rule.annotation().name())
                        && new Options(annotation.options()).number("value") > 0);
    }

    private static List<Placed> layers(Draft.Block block) {
        return Stream.concat(
                        block.stack().stream(),
                        block.arguments().stream().flatMap(argument -> argument.stack().stream()))
                .toList();
    }

    /** Constraints and penalties on what is frozen as near as they are, or nearer. */
    private static List<Treatment.Rule> idle(Treatment treatment) {
        List<Treatment.Rule> idle = new ArrayList<>();
        if (treatment.frozen()) {
            int depth = treatment.of(WeightRule.Kind.FREEZING).orElseThrow().depth();
            for (Treatment.Rule rule : treatment.rules().values()) {
                boolean works = rule.rule().constraint(rule.options()).isPresent()
                        || rule.rule().penalty(rule.options()).isPresent();
                if (works && rule.depth() >= depth) {
                    idle.add(rule);
                }
            }
        }
        return idle;
    }

    private void unused(List<Declarations.Layer> stack, String place, Set<String> suppressed) {
        for (Declarations.Layer annotation : stack) {
            if (!WeightRuleReader.reads(annotation)) {
                return;
            }
            if (!taken.contains(annotation) && !suppressed.contains("no-weights")) {
                reporter.warning(
                        annotation.position(), WeightMessages.noWeights("@" + Placed.described(annotation), place));
            }
        }
    }
}
