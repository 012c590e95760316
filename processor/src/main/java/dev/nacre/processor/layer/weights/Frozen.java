package dev.nacre.processor.layer.weights;

import com.google.auto.service.AutoService;
import dev.nacre.processor.layer.Options;

/** Parameters that are not learned. */
@AutoService(WeightRule.class)
public final class Frozen implements WeightRule {
    @Override
    public String name() {
        return "Frozen";
    }

    @Override
    public Kind kind() {
        return Kind.FREEZING;
    }

    @Override
    public boolean freezes(Options options) {
        return options.flag("value");
    }
}
