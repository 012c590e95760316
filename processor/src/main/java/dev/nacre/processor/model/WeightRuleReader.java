package dev.nacre.processor.model;

import dev.nacre.processor.layer.weights.WeightRule;
import dev.nacre.processor.layer.weights.WeightRules;
import java.util.Optional;

/** Attaches annotations for weights to the layer before them, or to all layers below. */
final class WeightRuleReader {
    private final Reporter reporter;
    private final int depth;
    private Treatment blanket = Treatment.NONE;

    /** @param outer what goes for the whole stack */
    WeightRuleReader(Treatment outer, Reporter reporter) {
        this.reporter = reporter;
        this.depth = outer.depthInside();
    }

    static boolean reads(Declarations.Layer annotation) {
        return WeightRules.named(annotation.name()).isPresent();
    }

    /** @return what was said ahead of all layers */
    Treatment blanket() {
        return blanket;
    }

    /**
     * Reads an annotation ahead of all layers.
     *
     * @return whether all is well
     */
    boolean ahead(Declarations.Layer annotation) {
        Optional<Treatment> with = add(blanket, annotation, depth);
        blanket = with.orElse(blanket);
        return with.isPresent();
    }

    /** @return the layer with the annotation; empty after an error */
    Optional<Placed> after(Placed layer, Declarations.Layer annotation) {
        String text = "@" + Placed.described(annotation);
        WeightRule rule = WeightRules.named(annotation.name()).orElseThrow();
        if (layer.layer() instanceof UseLayer use && rule.kind() != WeightRule.Kind.FREEZING) {
            reporter.error(annotation.position(), WeightMessages.behindUse(text, layer.annotation(), use.simpleName()));
            return Optional.empty();
        }
        if (!Treatment.takes(layer.layer(), rule.kind())) {
            reporter.error(annotation.position(), WeightMessages.misplaced(text, layer.annotation(), rule.kind()));
            return Optional.empty();
        }
        return add(layer.treatment(), annotation, Treatment.Rule.OWN).map(layer::with);
    }

    private Optional<Treatment> add(Treatment before, Declarations.Layer annotation, int place) {
        WeightRule rule = WeightRules.named(annotation.name()).orElseThrow();
        Treatment.Rule added = new Treatment.Rule(annotation, rule, place);
        Optional<Message> contradiction = rule.contradiction(added.text(), added.options());
        Optional<Treatment.Rule> other = before.of(rule.kind());
        if (contradiction.isPresent()) {
            reporter.error(annotation.position(), contradiction.get());
        } else if (other.isPresent()) {
            reporter.error(
                    annotation.position(),
                    WeightMessages.twice(added.text(), other.get().text(), rule.kind()));
        } else {
            return Optional.of(before.with(added));
        }
        return Optional.empty();
    }
}
