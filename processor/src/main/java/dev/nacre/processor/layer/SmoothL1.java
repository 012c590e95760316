package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.LabelKind;
import dev.nacre.processor.model.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The absolute difference, rounded off around 0. */
@AutoService(Layer.class)
public final class SmoothL1 implements LossLayer {
    @Override
    public String name() {
        return "SmoothL1";
    }

    @Override
    public List<LabelKind> labels() {
        return List.of(LabelKind.TARGET);
    }

    @Override
    public Map<String, Range> ownRanges() {
        return Map.of("beta", Range.atLeast(0, "the difference below which the loss is a square"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return LossShapes.target(site, name());
    }

    @Override
    public void emit(Emission emission) {
        ElementLoss.emit(
                emission,
                "smoothL1",
                (x, target) -> "smooth |" + x + " - " + target + "|",
                (x, target) -> "clip((" + x + " - " + target + ") / beta, 1)",
                List.of(),
                List.of(LossOperands.number(emission, "beta")));
    }
}
