package dev.nacre.processor.layer.weights;

import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** All rules for weights that there are, by name. */
public final class WeightRules {
    private static final Map<String, WeightRule> BY_NAME = load();

    private WeightRules() {}

    /** @return the rule of an annotation's simple name */
    public static Optional<WeightRule> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static Map<String, WeightRule> load() {
        Map<String, WeightRule> rules = new TreeMap<>();
        // The context class loader of a build tool does not see the processor path.
        for (WeightRule rule : ServiceLoader.load(WeightRule.class, WeightRule.class.getClassLoader())) {
            rules.put(rule.name(), rule);
        }
        return rules;
    }
}
