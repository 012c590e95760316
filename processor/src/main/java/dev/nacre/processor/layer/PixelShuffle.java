package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.ResamplingMessages;
import dev.nacre.processor.model.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Channels that become places of a larger image. */
@AutoService(Layer.class)
public final class PixelShuffle implements Layer {
    @Override
    public String name() {
        return "PixelShuffle";
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("value", Range.atLeast(1, "the factor"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        Shape in = site.input();
        long factor = site.options().integer("value");
        if (in.rank() != 3) {
            site.report("", ResamplingMessages.image(name(), in));
            return Optional.empty();
        }
        if (in.first() % (factor * factor) != 0) {
            site.report("value", ResamplingMessages.shuffledChannels(factor, in));
            return Optional.empty();
        }
        return Optional.of(Shape.of(
                (int) (in.first() / (factor * factor)), (int) (in.sizes().get(1) * factor), (int)
                        (in.last() * factor)));
    }

    @Override
    public void emit(Emission emission) {
        Shape out = emission.outputShape();
        int factor = emission.options().integer("value");
        Shape in = Shape.of(out.first(), factor, factor, out.sizes().get(1) / factor, out.last() / factor);
        AxisOrder.emit(
                emission,
                in,
                List.of(0, 3, 1, 4, 2),
                emission.input().name() + ", " + factor * factor + " channels as places of one");
    }
}
