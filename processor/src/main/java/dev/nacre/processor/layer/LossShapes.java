package dev.nacre.processor.layer;

import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.LossMessages;
import dev.nacre.processor.model.Messages;
import dev.nacre.processor.model.Shape;
import java.util.List;
import java.util.Optional;

/** Shape rules that losses share. */
final class LossShapes {
    private LossShapes() {}

    /** The classes on the last axis, as many as a label's enum has constants and as there are class weights. */
    static Optional<Shape> classes(Site site, String layer) {
        Shape scores = site.input();
        int classes = scores.last();
        if (classes < 2) {
            site.report("", LossMessages.oneClass(layer, scores));
            return Optional.empty();
        }
        if (site.label().orElseThrow() instanceof Declarations.EnumType type
                && type.constants().size() != classes) {
            site.report("", Messages.classes(layer, classes, type));
            return Optional.empty();
        }
        if (scores.rank() > 1 && isOne(site.label().orElseThrow())) {
            site.report("", LossMessages.onePerSample(layer, site.label().orElseThrow(), scores));
            return Optional.empty();
        }
        List<Double> weights = site.options().numbers("classWeights");
        if (!weights.isEmpty() && weights.size() != classes) {
            site.report("classWeights", LossMessages.classWeights(layer, weights.size(), classes));
            return Optional.empty();
        }
        return areWeights(site, layer, "classWeights") ? Optional.of(scores) : Optional.empty();
    }

    /** Whether the numbers of an option are weights. */
    static boolean areWeights(Site site, String layer, String option) {
        List<Double> weights = site.options().numbers(option);
        for (double weight : weights) {
            if (!(weight >= 0 && weight <= Float.MAX_VALUE)) {
                site.report(option, LossMessages.weightValue(layer, option, weight));
                return false;
            }
        }
        if (!weights.isEmpty() && weights.stream().allMatch(weight -> weight == 0)) {
            site.report(option, LossMessages.weightsZero(layer, option));
            return false;
        }
        return true;
    }

    /** Any prediction; one of one element for a label that is one number. */
    static Optional<Shape> target(Site site, String layer) {
        Shape prediction = site.input();
        if (site.label().orElseThrow() == Declarations.SimpleType.FLOAT && prediction.elements() != 1) {
            site.report("", Messages.floatTarget(layer, prediction));
            return Optional.empty();
        }
        if (isOne(site.label().orElseThrow()) && prediction.elements() != 1) {
            site.report("", LossMessages.onePerSample(layer, site.label().orElseThrow(), prediction));
            return Optional.empty();
        }
        return Optional.of(prediction);
    }

    /** Whether a label of a type is one for each sample. */
    private static boolean isOne(Declarations.Type type) {
        return type == Declarations.SimpleType.INT
                || type == Declarations.SimpleType.BOOLEAN
                || type instanceof Declarations.EnumType;
    }

    /** Two possibilities: an enum has two constants. */
    static boolean isEither(Site site, String layer) {
        if (site.label().orElseThrow() instanceof Declarations.EnumType type
                && type.constants().size() != 2) {
            site.report("", LossMessages.twoConstants(layer, type));
            return false;
        }
        return true;
    }
}
