package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import java.util.Map;

/** Normalisation of each channel of each sample. */
@AutoService(Layer.class)
public final class InstanceNorm extends ChannelNorm {
    @Override
    public String name() {
        return "InstanceNorm";
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("epsilon", Range.above(0, "what is added to the variance"));
    }

    @Override
    int groups(Options options, int channels) {
        return channels;
    }
}
