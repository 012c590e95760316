package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.NormMessages;
import java.util.List;
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
        return Map.of(
                "momentum",
                Range.above(0, "the weight of the new batch in the running statistics")
                        .upTo(1),
                "epsilon",
                Range.above(0, "what is added to the variance"));
    }

    @Override
    public List<Fault> faults(Options options) {
        return tracks(options) || options.number("momentum") == 0.1
                ? List.of()
                : List.of(new Fault("momentum", NormMessages.momentumUnused()));
    }

    @Override
    boolean tracks(Options options) {
        return options.flag("trackRunning");
    }

    @Override
    int groups(Options options, int channels) {
        return channels;
    }
}
