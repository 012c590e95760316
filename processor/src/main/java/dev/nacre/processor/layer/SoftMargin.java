package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.LabelKind;
import dev.nacre.processor.model.Shape;
import java.util.List;
import java.util.Optional;

/** The logistic loss between 1 and -1, element by element. */
@AutoService(Layer.class)
public final class SoftMargin implements LossLayer {
    @Override
    public String name() {
        return "SoftMargin";
    }

    @Override
    public List<LabelKind> labels() {
        return List.of(LabelKind.SIGN, LabelKind.TARGET);
    }

    @Override
    public Graph.Link link(Options options) {
        return Graph.Link.SIGMOID;
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return LossShapes.target(site, name());
    }

    @Override
    public void emit(Emission emission) {
        ElementLoss.emit(
                emission,
                "softMargin",
                (x, target) -> "log(1 + exp(-" + target + " " + x + "))",
                (x, target) -> "-" + target + " sigmoid(-" + target + " " + x + ")",
                List.of(),
                List.of());
    }
}
