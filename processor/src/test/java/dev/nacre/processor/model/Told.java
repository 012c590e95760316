package dev.nacre.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A graph as text, for tests that compare whole ones. */
final class Told {
    private Told() {}

    static String graph(Graph graph) {
        List<String> lines = new ArrayList<>();
        graph.inputs().forEach(input -> lines.add("input " + value(input.value())));
        graph.labels()
                .forEach(label -> lines.add("label " + value(label.value()) + " of "
                        + label.type().display() + (label.classes() > 0 ? ", " + label.classes() + " classes" : "")));
        for (Graph.Block block : graph.blocks()) {
            lines.add("block " + block.name() + " [" + String.join(", ", block.layers()) + "] " + block.multiplyAdds()
                    + " multiply-adds");
            block.forward().forEach(step -> lines.add("  " + step(step)));
            block.backward().forEach(step -> lines.add("  back " + step(step)));
            lines.add("  gradients "
                    + block.gradients().stream()
                            .map(gradient -> gradient == null ? "-" : value(gradient))
                            .collect(Collectors.joining(", "))
                    + (block.outputGradient() == null ? "" : " from " + value(block.outputGradient())));
        }
        graph.outputs()
                .forEach(output -> lines.add("output " + value(output.value())
                        + output.label().map(type -> " of " + type.display()).orElse("")));
        graph.parameters().forEach(parameter -> lines.add("parameter " + parameter(parameter)));
        graph.penalties().forEach(step -> lines.add("penalty " + step(step)));
        graph.penaltyGradients().forEach(step -> lines.add("back " + step(step)));
        graph.used().forEach(used -> lines.add("used " + used.name() + " " + used.application() + " " + used.first()));
        return String.join("\n", lines);
    }

    static String parameter(ParameterSpec parameter) {
        String shape = new Shape(parameter.sizes()).toString();
        String start = parameter.initialiser().toString();
        String upkeep = parameter.upkeep().equals(ParameterSpec.Upkeep.NONE) ? "" : " " + parameter.upkeep();
        return parameter.name() + " " + shape + " " + start + (parameter.learned() ? "" : " kept") + upkeep;
    }

    private static String value(Value value) {
        String kind = value.kind() == Value.Kind.GRADIENT ? "d" : "";
        return kind + "#" + value.id() + " " + value.name() + " " + value.shape();
    }

    private static String step(Step step) {
        return step.operation()
                + step.operands().stream().map(Told::operand).collect(Collectors.joining(", ", "(", ")"))
                + (step.when() == Step.When.TRAINING ? " in training" : "");
    }

    private static String operand(Operand operand) {
        if (operand instanceof Operand.Read read) {
            return "#" + read.value().id();
        } else if (operand instanceof Operand.Write write) {
            return ">#" + write.value().id();
        } else if (operand instanceof Operand.Weights weights) {
            return weights.parameter().name();
        } else if (operand instanceof Operand.WeightsGradient weights) {
            return ">" + weights.parameter().name();
        } else if (operand instanceof Operand.Accumulate weights) {
            return "add " + weights.parameter().name();
        } else if (operand instanceof Operand.Size size) {
            return String.valueOf(size.value());
        } else if (operand instanceof Operand.Function function) {
            return function.activation()
                    + (function.parameters().isEmpty()
                            ? ""
                            : function.parameters().toString());
        }
        return operand.toString();
    }
}
