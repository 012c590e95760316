package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.ResamplingMessages;
import dev.nacre.processor.model.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Channels in another order, some of each group side by side. */
@AutoService(Layer.class)
public final class ChannelShuffle implements Layer {
    @Override
    public String name() {
        return "ChannelShuffle";
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("value", Range.atLeast(1, "the number of groups"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        Shape in = site.input();
        int groups = site.options().integer("value");
        if (in.first() % groups != 0) {
            site.report("value", ResamplingMessages.shuffledGroups(groups, in));
            return Optional.empty();
        }
        return Optional.of(in);
    }

    @Override
    public void emit(Emission emission) {
        Shape in = emission.input().shape();
        int groups = emission.options().integer("value");
        Shape grouped = Shape.of(groups, in.first() / groups, in.elements() / in.first());
        AxisOrder.emit(
                emission,
                grouped,
                List.of(1, 0, 2),
                emission.input().name() + ", channels of " + groups + " groups in turn");
    }
}
