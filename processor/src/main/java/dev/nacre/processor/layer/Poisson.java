package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.LabelKind;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The negative log likelihood of counts. */
@AutoService(Layer.class)
public final class Poisson implements LossLayer {
    @Override
    public String name() {
        return "Poisson";
    }

    @Override
    public List<LabelKind> labels() {
        return List.of(LabelKind.TARGET);
    }

    @Override
    public Map<String, Range> ownRanges() {
        return Map.of("epsilon", Range.above(0, "what keeps the logarithm of a rate finite"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return LossShapes.target(site, name());
    }

    @Override
    public void emit(Emission emission) {
        boolean log = emission.options().flag("logInput");
        List<Operand> options =
                List.of(LossOperands.number(emission, "epsilon"), LossOperands.flag(emission, "logInput"));
        ElementLoss.emit(
                emission,
                "poisson",
                (x, target) -> log ? "exp(" + x + ") - " + target + " " + x : x + " - " + target + " log " + x,
                (x, target) -> log ? "exp(" + x + ") - " + target : "1 - " + target + " / " + x,
                List.of(),
                LossOperands.list(options, LossOperands.flag(emission, "full")),
                options);
    }
}
