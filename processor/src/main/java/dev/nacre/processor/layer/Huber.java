package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.LabelKind;
import dev.nacre.processor.model.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Squares of small differences, and large ones as they are. */
@AutoService(Layer.class)
public final class Huber implements LossLayer {
    @Override
    public String name() {
        return "Huber";
    }

    @Override
    public List<LabelKind> labels() {
        return List.of(LabelKind.TARGET);
    }

    @Override
    public Map<String, Range> ownRanges() {
        return Map.of("delta", Range.above(0, "the difference from which on the loss is linear"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return LossShapes.target(site, name());
    }

    @Override
    public void emit(Emission emission) {
        ElementLoss.emit(
                emission,
                "huber",
                (x, target) -> "huber(" + x + " - " + target + ")",
                (x, target) -> "clip(" + x + " - " + target + ", delta)",
                List.of(),
                List.of(LossOperands.number(emission, "delta")));
    }
}
