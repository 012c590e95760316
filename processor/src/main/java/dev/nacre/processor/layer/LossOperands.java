package dev.nacre.processor.layer;

import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.List;

/** Operands and words that losses have in common. */
final class LossOperands {
    private LossOperands() {}

    static Operand read(Value value) {
        return new Operand.Read(value);
    }

    /** What each sample's loss is multiplied with. */
    static Operand sampleWeights(Emission emission) {
        return emission.sampleWeights().<Operand>map(Operand.Read::new).orElseGet(Operand.Absent::new);
    }

    /** The numbers of an option, where there are any. */
    static Operand numbers(Emission emission, String option) {
        List<Double> numbers = emission.options().numbers(option);
        return numbers.isEmpty() ? new Operand.Absent() : new Operand.Numbers(emission.name() + "." + option, numbers);
    }

    static Operand number(Emission emission, String option) {
        return new Operand.Number(emission.options().number(option));
    }

    static Operand flag(Emission emission, String option) {
        return new Operand.Flag(emission.options().flag(option));
    }

    static Operand reduction(Emission emission) {
        return new Operand.Reduced(emission.options().text("reduction"));
    }

    static Operand weight(Emission emission) {
        return new Operand.Number(emission.options().number("weight"));
    }

    /** {@code mean of w |y - t|}: what a loss is, for people. */
    static String reduced(Emission emission, String term) {
        String reduction = emission.options().text("reduction");
        String word = switch (reduction) {
            case "SUM" -> "sum of ";
            case "BATCH_MEAN" -> "sum over the batch size of ";
            default -> "mean of ";
        };
        String weights =
                emission.sampleWeights().map(value -> value.name() + " ").orElse("");
        return word + weights + (weights.isEmpty() ? term : "(" + term + ")");
    }

    /** Whether a mean without weights of samples is wanted, for which there are shorter kernels. */
    static boolean isPlain(Emission emission) {
        return emission.options().text("reduction").equals("MEAN")
                && emission.sampleWeights().isEmpty();
    }

    static List<Operand> list(Object... operands) {
        List<Operand> list = new ArrayList<>();
        for (Object operand : operands) {
            if (operand instanceof List<?> several) {
                several.forEach(one -> list.add((Operand) one));
            } else {
                list.add((Operand) operand);
            }
        }
        return list;
    }
}
