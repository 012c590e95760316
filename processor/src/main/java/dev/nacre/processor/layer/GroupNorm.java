package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import java.util.Map;

/** Normalisation by groups of channels. */
@AutoService(Layer.class)
public final class GroupNorm extends ChannelNorm {
    @Override
    public String name() {
        return "GroupNorm";
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of(
                "groups", Range.atLeast(1, "the number of groups"),
                "epsilon", Range.above(0, "what is added to the variance"));
    }

    @Override
    int groups(Options options, int channels) {
        return options.integer("groups");
    }
}
