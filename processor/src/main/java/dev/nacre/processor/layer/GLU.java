package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.ActivationMessages;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.Optional;

/** The gated linear unit: one half of an axis times the sigmoid of the other. */
@AutoService(Layer.class)
public final class GLU implements Layer {
    @Override
    public String name() {
        return "GLU";
    }

    @Override
    public String part() {
        return "glu";
    }

    @Override
    public Optional<Shape> shape(Site site) {
        Optional<SampleAxis> found = SampleAxis.of(site, name(), "axis");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        SampleAxis axis = found.get();
        if (axis.size() % 2 != 0) {
            site.report("axis", ActivationMessages.odd(name(), axis.axis(), site.input()));
            return Optional.empty();
        }
        return Optional.of(axis.resized(site.input(), axis.size() / 2));
    }

    @Override
    public void emit(Emission emission) {
        Value x = emission.input();
        Value y = emission.output();
        SampleAxis axis = SampleAxis.of(x.shape(), emission.options().integer("axis"));
        Operand rows = new Operand.Rows(axis.leading());
        Operand columns = new Operand.Size(axis.size() / 2 * axis.inner());
        emission.multiplyAdds(y.shape().elements());
        emission.forward(
                "glu",
                y.name() + " = a sigmoid(b), a and b the halves of " + x.name(),
                new Operand.Read(x),
                new Operand.Write(y),
                rows,
                columns);
        emission.backward(gradients -> gradients.step(
                "gluGradient",
                "d(a) = d(" + y.name() + ") s, d(b) = d(" + y.name() + ") a s (1 - s), s = sigmoid(b)",
                new Operand.Read(x),
                new Operand.Read(gradients.output()),
                new Operand.Write(gradients.input(0)),
                rows,
                columns));
    }
}
