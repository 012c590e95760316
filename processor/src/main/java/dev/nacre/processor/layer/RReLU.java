package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Value;
import java.util.List;
import java.util.Map;

/** A leaky rectified linear unit whose slopes are random in training, and their mean in evaluation. */
@AutoService(Layer.class)
public final class RReLU extends ActivationLayer {
    @Override
    public String name() {
        return "RReLU";
    }

    @Override
    public String part() {
        return "rrelu";
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("lower", Range.finite("the least slope"), "upper", Range.finite("the largest slope"));
    }

    @Override
    public List<Fault> faults(Options options) {
        List<Fault> faults = super.faults(options);
        return faults.isEmpty() ? ordered(options, "lower", "upper", true) : faults;
    }

    @Override
    public void emit(Emission emission) {
        Value x = emission.input();
        Value y = emission.output();
        Operand rows = new Operand.Rows(1);
        Operand columns = new Operand.Size(x.shape().elements());
        Operand slopes = new Operand.Slopes(
                emission.name(),
                emission.options().number("lower"),
                emission.options().number("upper"));
        emission.forward(
                "randomRelu",
                y.name() + " = " + x.name() + " where it is positive, else a random slope times it",
                new Operand.Read(x),
                new Operand.Write(y),
                rows,
                columns,
                slopes);
        emission.backward(gradients -> gradients.step(
                "randomReluGradient",
                "d(" + x.name() + ") = d(" + y.name() + ") with the same slopes",
                new Operand.Read(x),
                new Operand.Read(gradients.output()),
                new Operand.Write(gradients.input(0)),
                rows,
                columns,
                slopes));
    }
}
