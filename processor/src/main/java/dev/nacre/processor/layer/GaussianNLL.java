package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.LabelKind;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The negative log likelihood of a normal distribution whose mean and variance are predicted. */
@AutoService(Layer.class)
public final class GaussianNLL implements LossLayer {
    @Override
    public String name() {
        return "GaussianNLL";
    }

    @Override
    public List<LabelKind> labels() {
        return List.of(LabelKind.TARGET);
    }

    @Override
    public int predictions() {
        return 2;
    }

    @Override
    public boolean labelIsAsWide() {
        return true;
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.EQUAL_INPUTS);
    }

    @Override
    public Map<String, Range> ownRanges() {
        return Map.of("epsilon", Range.above(0, "the least variance"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return EqualShapes.of(site, name()).flatMap(shape -> LossShapes.target(site, name()));
    }

    @Override
    public void emit(Emission emission) {
        Value mean = emission.inputs().get(0);
        Value variance = emission.inputs().get(1);
        Value target = emission.label();
        boolean log = emission.options().flag("logVariance");
        List<Operand> given = List.of(
                new Operand.Read(mean),
                new Operand.Read(variance),
                new Operand.Read(target),
                LossOperands.sampleWeights(emission));
        List<Operand> sizes =
                List.of(new Operand.Rows(1), new Operand.Size(mean.shape().elements()));
        Operand epsilon = LossOperands.number(emission, "epsilon");
        Operand logVariance = new Operand.Flag(log);
        Operand reduction = LossOperands.reduction(emission);
        String v = log ? "exp(" + variance.name() + ")" : variance.name();
        emission.forward(new Step(
                "gaussian",
                LossOperands.list(given, sizes, epsilon, LossOperands.flag(emission, "full"), logVariance, reduction),
                LossOperands.reduced(
                        emission, "½ (log " + v + " + (" + mean.name() + " - " + target.name() + ")² / " + v + ")")));
        emission.backward(gradients -> gradients.step(new Step(
                "gaussianGradient",
                LossOperands.list(
                        given,
                        new Operand.Write(gradients.input(0)),
                        new Operand.Write(gradients.input(1)),
                        sizes,
                        epsilon,
                        logVariance,
                        reduction,
                        LossOperands.weight(emission)),
                "d(" + mean.name() + ") and d(" + variance.name() + ") of weight times that")));
    }
}
