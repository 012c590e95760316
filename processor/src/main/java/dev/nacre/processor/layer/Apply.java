package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.ActivationMessages;
import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A function of the user's, called by the generated class for every element. */
@AutoService(Layer.class)
public final class Apply implements Layer {
    private static final String VALUE = "value";
    private static final String DERIVATIVE = "derivative";

    @Override
    public String name() {
        return "Apply";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE);
    }

    @Override
    public List<Fault> faults(Options options) {
        Declarations.FunctionType type = options.function("value");
        if (!type.isClass()) {
            return List.of(new Fault("value", ActivationMessages.noFunctionClass(name(), type)));
        }
        if (type.hidden().isPresent()) {
            return List.of(new Fault(
                    "value",
                    ActivationMessages.hiddenFunctions(
                            name(), type, type.hidden().get())));
        }
        List<String> flaws = Stream.of(VALUE, DERIVATIVE)
                .flatMap(function -> ActivationMessages.flaw(type, function).stream())
                .toList();
        return flaws.isEmpty()
                ? List.of()
                : List.of(new Fault("value", ActivationMessages.functions(name(), type, flaws)));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return Optional.of(site.input());
    }

    @Override
    public void emit(Emission emission) {
        Value x = emission.input();
        Value y = emission.output();
        Declarations.FunctionType type = emission.options().function("value");
        String f = type.simpleNames().get(type.simpleNames().size() - 1);
        Operand size = new Operand.Size(x.shape().elements());
        emission.forward(
                Step.APPLY,
                y.name() + " = " + f + "(" + x.name() + ")",
                new Operand.Read(x),
                new Operand.Write(y),
                size,
                function(type, VALUE));
        emission.backward(gradients -> gradients.step(
                Step.APPLY_GRADIENT,
                "d(" + x.name() + ") = d(" + y.name() + ") " + f + "'(" + x.name() + ")",
                new Operand.Read(x),
                new Operand.Read(gradients.output()),
                new Operand.Write(gradients.input(0)),
                size,
                function(type, DERIVATIVE)));
    }

    private static Operand function(Declarations.FunctionType type, String method) {
        boolean wide = type.methods().stream()
                .noneMatch(candidate -> candidate.name().equals(method) && candidate.computes("float"));
        return new Operand.UserFunction(type, method, wide);
    }
}
