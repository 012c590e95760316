package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.LabelKind;
import dev.nacre.processor.model.Shape;
import java.util.List;
import java.util.Optional;

/** The mean over batch and elements of the absolute difference. */
@AutoService(Layer.class)
public final class MeanAbsoluteError implements LossLayer {
    @Override
    public String name() {
        return "MeanAbsoluteError";
    }

    @Override
    public List<LabelKind> labels() {
        return List.of(LabelKind.TARGET);
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return LossShapes.target(site, name());
    }

    @Override
    public void emit(Emission emission) {
        ElementLoss.emit(
                emission,
                "absoluteError",
                (x, target) -> "|" + x + " - " + target + "|",
                (x, target) -> "sign(" + x + " - " + target + ")",
                List.of(),
                List.of());
    }
}
