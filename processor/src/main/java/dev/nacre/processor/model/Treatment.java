package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import dev.nacre.processor.layer.Options;
import dev.nacre.processor.layer.weights.WeightRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What annotations say of the weights of a layer, or of all layers below: at most one rule of each kind.
 *
 * @param rules by kind, in the order of the kinds
 */
record Treatment(Map<WeightRule.Kind, Rule> rules) {
    static final Treatment NONE = new Treatment(Map.of());

    /**
     * A rule in its place.
     *
     * @param annotation what says so
     * @param rule what it means
     * @param depth how near it is: 1 for the outermost, more inside, {@link #OWN} right after a layer
     */
    record Rule(Declarations.Layer annotation, WeightRule rule, int depth) {
        static final int OWN = Integer.MAX_VALUE;

        boolean own() {
            return depth == OWN;
        }

        Options options() {
            return new Options(annotation.options());
        }

        String text() {
            return "@" + Placed.described(annotation);
        }

        /** @return whether the rule can be for a weight of these sizes */
        boolean fits(List<Integer> sizes) {
            return sizes.size() >= rule.axes();
        }
    }

    Optional<Rule> of(WeightRule.Kind kind) {
        return Optional.ofNullable(rules.get(kind));
    }

    Treatment with(Rule rule) {
        Map<WeightRule.Kind, Rule> all = new EnumMap<>(WeightRule.Kind.class);
        all.putAll(rules);
        all.put(rule.rule().kind(), rule);
        return new Treatment(Collections.unmodifiableMap(all));
    }

    /** @return these rules, and of the kinds that have none the outer ones */
    Treatment inside(Treatment outer) {
        Treatment all = outer;
        for (Rule rule : rules.values()) {
            all = all.with(rule);
        }
        return all;
    }

    /** @return those that a layer takes */
    Treatment of(Layer layer) {
        Treatment taken = NONE;
        for (Rule rule : rules.values()) {
            if (takes(layer, rule.rule().kind())) {
                taken = taken.with(rule);
            }
        }
        return taken;
    }

    static boolean takes(Layer layer, WeightRule.Kind kind) {
        return layer.traits().contains(kind.trait());
    }

    /** @return the depth for rules inside these */
    int depthInside() {
        return 1 + rules.values().stream().mapToInt(Rule::depth).max().orElse(0);
    }

    boolean frozen() {
        return of(WeightRule.Kind.FREEZING)
                .map(rule -> rule.rule().freezes(rule.options()))
                .orElse(false);
    }

    /** @return how a weight begins */
    ParameterSpec.Initialiser start(List<Integer> sizes, ParameterSpec.Initialiser byDefault) {
        return chosen(rule -> rule.fits(sizes)).orElse(byDefault);
    }

    /** @return how what stands beside a weight begins: with zeros where the user chose how the weight does */
    ParameterSpec.Initialiser startBeside(ParameterSpec.Initialiser byDefault) {
        return chosen(rule -> true).isPresent() ? new ParameterSpec.Constant(0) : byDefault;
    }

    private Optional<ParameterSpec.Initialiser> chosen(Predicate<Rule> condition) {
        return of(WeightRule.Kind.INITIALISER)
                .filter(condition)
                .flatMap(rule -> rule.rule().initialiser(rule.options()));
    }

    /** @return what is done to a weight in training */
    ParameterSpec.Upkeep upkeep(List<Integer> sizes) {
        if (frozen()) {
            return ParameterSpec.Upkeep.FROZEN;
        }
        List<ParameterSpec.Constraint> constraints = new ArrayList<>();
        List<ParameterSpec.Penalty> penalties = new ArrayList<>();
        for (Rule rule : rules.values()) {
            if (rule.fits(sizes)) {
                rule.rule().constraint(rule.options()).ifPresent(constraints::add);
                rule.rule().penalty(rule.options()).ifPresent(penalties::add);
            }
        }
        return new ParameterSpec.Upkeep(false, List.copyOf(constraints), List.copyOf(penalties));
    }

    /** @return the masks on a weight in training */
    Optional<Operand.Connections> connections(String weight, List<Integer> sizes) {
        return of(WeightRule.Kind.CONNECTIONS)
                .filter(rule -> rule.fits(sizes))
                .flatMap(rule -> rule.rule().connections(weight, rule.options()));
    }

    /** @return what is done to a parameter that is no weight */
    ParameterSpec.Upkeep upkeepBeside() {
        return frozen() ? ParameterSpec.Upkeep.FROZEN : ParameterSpec.Upkeep.NONE;
    }

    /** @return what is done in training, for people: {@code Frozen}, or {@code MaxNorm(2) and L2(1e-4)} */
    Optional<String> described() {
        List<String> parts = new ArrayList<>();
        for (Rule rule : rules.values()) {
            boolean works = rule.rule().freezes(rule.options())
                    || rule.rule().kind() == WeightRule.Kind.CONNECTIONS
                    || !frozen()
                            && (rule.rule().constraint(rule.options()).isPresent()
                                    || rule.rule().penalty(rule.options()).isPresent());
            if (works) {
                parts.add(Placed.described(rule.annotation()));
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", parts));
    }
}
