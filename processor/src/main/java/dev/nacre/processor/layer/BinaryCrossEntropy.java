package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.LabelKind;
import dev.nacre.processor.model.LossMessages;
import dev.nacre.processor.model.Shape;
import java.util.List;
import java.util.Optional;

/** The cross entropy between two possibilities, element by element. */
@AutoService(Layer.class)
public final class BinaryCrossEntropy implements LossLayer {
    @Override
    public String name() {
        return "BinaryCrossEntropy";
    }

    @Override
    public List<LabelKind> labels() {
        return List.of(LabelKind.BINARY, LabelKind.TARGET);
    }

    @Override
    public Graph.Link link(Options options) {
        return options.flag("logits") ? Graph.Link.SIGMOID : Graph.Link.IDENTITY;
    }

    @Override
    public Optional<Shape> shape(Site site) {
        if (!LossShapes.isEither(site, name())) {
            return Optional.empty();
        }
        int weights = site.options().numbers("positiveWeight").size();
        if (weights > 1 && weights != site.input().last()) {
            site.report("positiveWeight", LossMessages.positiveWeights(name(), weights, site.input()));
            return Optional.empty();
        }
        return LossShapes.areWeights(site, name(), "positiveWeight")
                ? LossShapes.target(site, name())
                : Optional.empty();
    }

    @Override
    public void emit(Emission emission) {
        boolean logits = emission.options().flag("logits");
        ElementLoss.emit(
                emission,
                logits ? "binaryCrossEntropy" : "binaryCrossEntropyOfProbabilities",
                (x, target) -> logits
                        ? target + " log(1 + exp(-" + x + ")) + (1 - " + target + ") log(1 + exp(" + x + "))"
                        : "-" + target + " log " + x + " - (1 - " + target + ") log(1 - " + x + ")",
                (x, target) -> logits
                        ? "sigmoid(" + x + ") - " + target
                        : "(" + x + " - " + target + ") / (" + x + " (1 - " + x + "))",
                List.of(LossOperands.numbers(emission, "positiveWeight")),
                List.of());
    }
}
