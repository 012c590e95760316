package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.ResamplingMessages;
import dev.nacre.processor.model.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places of an image that become channels of a smaller one. */
@AutoService(Layer.class)
public final class PixelUnshuffle implements Layer {
    @Override
    public String name() {
        return "PixelUnshuffle";
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("value", Range.atLeast(1, "the factor"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        Shape in = site.input();
        int factor = site.options().integer("value");
        if (in.rank() != 3) {
            site.report("", ResamplingMessages.image(name(), in));
            return Optional.empty();
        }
        if (in.sizes().get(1) % factor != 0 || in.last() % factor != 0) {
            site.report("value", ResamplingMessages.unshuffledImage(factor, in));
            return Optional.empty();
        }
        return Optional.of(Shape.of(in.first() * factor * factor, in.sizes().get(1) / factor, in.last() / factor));
    }

    @Override
    public void emit(Emission emission) {
        Shape out = emission.outputShape();
        int factor = emission.options().integer("value");
        Shape in = Shape.of(emission.input().shape().first(), out.sizes().get(1), factor, out.last(), factor);
        AxisOrder.emit(
                emission,
                in,
                List.of(0, 2, 4, 1, 3),
                emission.input().name() + ", " + factor * factor + " places as channels");
    }
}
