package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.LabelKind;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.List;
import java.util.Optional;

/** The mean over batch and elements of the squared difference. */
@AutoService(Layer.class)
public final class MeanSquaredError implements LossLayer {
    @Override
    public String name() {
        return "MeanSquaredError";
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
        if (!LossOperands.isPlain(emission)) {
            ElementLoss.emit(
                    emission,
                    "weightedSquaredError",
                    (x, target) -> "(" + x + " - " + target + ")²",
                    (x, target) -> "2 (" + x + " - " + target + ")",
                    List.of(),
                    List.of());
            return;
        }
        Value x = emission.input();
        Value target = emission.label();
        Operand rows = new Operand.Rows(1);
        Operand columns = new Operand.Size(x.shape().elements());
        emission.forward(
                "squaredError",
                "mean of (" + x.name() + " - " + target.name() + ")²",
                new Operand.Read(x),
                new Operand.Read(target),
                rows,
                columns);
        emission.backward(gradients -> gradients.step(
                "squaredErrorGradient",
                "d(" + x.name() + ") = 2 weight / (batch elements) (" + x.name() + " - " + target.name() + ")",
                new Operand.Read(x),
                new Operand.Read(target),
                new Operand.Write(gradients.input(0)),
                rows,
                columns,
                LossOperands.weight(emission)));
    }
}
