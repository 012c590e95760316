package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.LabelKind;
import dev.nacre.processor.model.Shape;
import java.util.List;
import java.util.Optional;

/** The divergence of Kullback and Leibler from the target, on log-probabilities. */
@AutoService(Layer.class)
public final class KLDivergence implements LossLayer {
    @Override
    public String name() {
        return "KLDivergence";
    }

    @Override
    public List<LabelKind> labels() {
        return List.of(LabelKind.DISTRIBUTION);
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return Optional.of(site.input());
    }

    @Override
    public void emit(Emission emission) {
        boolean log = emission.options().flag("logTarget");
        ElementLoss.emit(
                emission,
                "divergence",
                (x, target) -> log
                        ? "exp(" + target + ") (" + target + " - " + x + ")"
                        : target + " (log " + target + " - " + x + ")",
                (x, target) -> log ? "-exp(" + target + ")" : "-" + target,
                List.of(),
                List.of(LossOperands.flag(emission, "logTarget")));
    }
}
