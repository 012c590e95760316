package dev.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.ParameterSpec;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Turns a step into a call of the runtime, with its formula beside it. */
final class StepWriter {
    private static final String LOOP = "i";

    private final Weights weights;
    private final Names names;
    private final LayerConstants constants;

    /** Where a parameter's array is found: a network has {@code Parameter}s, a predictor has arrays of its own. */
    interface Weights {
        CodeBlock values(ParameterSpec parameter);

        /** Whether they are an object with a product of its own. */
        default boolean multiply(ParameterSpec parameter) {
            return false;
        }
    }

    StepWriter(Weights weights, Names names, LayerConstants constants) {
        this.weights = weights;
        this.names = names;
        this.constants = constants;
    }

    /** @return the statement, or for the last step of a loss the expression that gives it */
    CodeBlock call(Step step, Variables variables) {
        if (step.operation().equals(Step.CALL) || step.operation().equals(Step.CALL_GRADIENT)) {
            return used(step, variables);
        }
        return multiplies(step) ? product(step, variables) : call(CodeBlock.of("kernels"), step, variables);
    }

    /** @param kernels what the operation is a method of */
    CodeBlock call(CodeBlock kernels, Step step, Variables variables) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (Operand operand : step.operands()) {
            // The kernels have a form without a mask.
            if (!(operand instanceof Operand.NoDropout)) {
                arguments.add(argument(operand, variables));
            }
        }
        return CodeBlock.of("$L.$N($L)", kernels, step.operation(), wrapped(arguments));
    }

    /** Whether the weights of a step are asked for it, and not the kernels. */
    private boolean multiplies(Step step) {
        return step.operation().equals("dense")
                && step.operands().get(1) instanceof Operand.Weights parameter
                && weights.multiply(parameter.parameter());
    }

    /** dense(x, w, b, y, rows, in, out, f, mask) as {@code w.dense(x, b, y, rows, f)}. */
    private CodeBlock product(Step step, Variables variables) {
        IntFunction<CodeBlock> argument = index -> argument(step.operands().get(index), variables);
        List<CodeBlock> arguments =
                IntStream.of(0, 2, 3, 4, 7).mapToObj(argument).toList();
        return CodeBlock.of("$L.dense($L)", argument.apply(1), wrapped(arguments));
    }

    /** Whether the step is written as a call of the kernels, and not as a loop of its own, by a used network or by its weights. */
    boolean callsKernels(Step step) {
        return !applies(step)
                && !step.operation().equals(Step.CALL)
                && !step.operation().equals(Step.CALL_GRADIENT)
                && !multiplies(step);
    }

    /** {@code encoded1.forward(x, y, batch)} and {@code encoded1.backward(dy, dx, batch)}. */
    private CodeBlock used(Step step, Variables variables) {
        List<CodeBlock> arguments = new ArrayList<>();
        step.reads().forEach(value -> arguments.add(CodeBlock.of("$N", variables.name(value))));
        step.writes().forEach(value -> arguments.add(CodeBlock.of("$N", variables.name(value))));
        arguments.add(CodeBlock.of("batch"));
        return CodeBlock.of(
                "$N.$N($L)",
                usedField(names, step.used()),
                step.operation().equals(Step.CALL) ? "forward" : "backward",
                wrapped(arguments));
    }

    static String usedField(Names names, dev.nacre.processor.model.UsedNetwork used) {
        return names.field("used network " + used.application(), Names.camel(used.name()) + "Network");
    }

    static String maskField(Names names, Operand.Dropout dropout) {
        return names.field(dropout.name() + " mask");
    }

    /** @return the constant that holds several numbers */
    static String constant(Names names, Operand.Numbers numbers) {
        return names.field(numbers.name(), Names.constant(Names.camel(numbers.name())));
    }

    static String slopesField(Names names, Operand.Slopes slopes) {
        return names.field(slopes.name() + " slopes");
    }

    static String noiseField(Names names, Operand.Gaussian noise) {
        return names.field(noise.name() + " numbers");
    }

    static String connectionsField(Names names, Operand.Connections connections) {
        return names.field(connections.name() + " connections");
    }

    /** Reserves the names of the classes that user functions are called on. */
    static void reserve(Names names, Stream<Step> steps) {
        steps.flatMap(step -> step.operands().stream())
                .filter(Operand.UserFunction.class::isInstance)
                .map(operand ->
                        ((Operand.UserFunction) operand).type().simpleNames().get(0))
                .forEach(names::reserve);
    }

    static boolean applies(Step step) {
        return step.operation().equals(Step.APPLY) || step.operation().equals(Step.APPLY_GRADIENT);
    }

    /** {@code y[i] = Swish.value(x[i])} and {@code dx[i] = dy[i] * Swish.derivative(x[i])} for every element. */
    CodeBlock apply(Step step, Variables variables) {
        List<String> read = step.reads().stream().map(variables::name).toList();
        String written = variables.name(step.writes().get(0));
        int elements = 0;
        CodeBlock call = CodeBlock.of("");
        for (Operand operand : step.operands()) {
            if (operand instanceof Operand.Size size) {
                elements = size.value();
            } else if (operand instanceof Operand.UserFunction function) {
                call = CodeBlock.of(
                        "$L$T.$N($N[$L])",
                        function.wide() ? "(float) " : "",
                        Names.type(
                                function.type().packageName(), function.type().simpleNames()),
                        function.method(),
                        read.get(0),
                        LOOP);
            }
        }
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow(
                        "for (int $1L = 0; $1L < $2L; $1L++)", LOOP, elements == 1 ? "batch" : "batch * " + elements);
        if (step.operation().equals(Step.APPLY)) {
            code.addStatement("$N[$L] = $L", written, LOOP, call);
        } else {
            code.addStatement("$N[$L] = $N[$L] * $L", written, LOOP, read.get(1), LOOP, call);
        }
        return code.endControlFlow().build();
    }

    /** The fields that a step refers to, which no local variable may hide. */
    List<String> fields(Step step) {
        List<String> fields = new ArrayList<>();
        for (Operand operand : step.operands()) {
            if (operand instanceof Operand.Weights parameter) {
                fields.add(names.field(parameter.parameter().name()));
            } else if (operand instanceof Operand.WeightsGradient gradient) {
                fields.add(names.field(gradient.parameter().name()));
            } else if (operand instanceof Operand.Dropout dropout) {
                fields.add(maskField(names, dropout));
            } else if (operand instanceof Operand.Kept kept) {
                kept.by().ifPresent(dropout -> fields.add(maskField(names, dropout)));
            } else if (operand instanceof Operand.Numbers numbers) {
                fields.add(constant(names, numbers));
            } else if (operand instanceof Operand.Slopes slopes) {
                fields.add(slopesField(names, slopes));
            } else if (operand instanceof Operand.CurrentP current) {
                fields.add(names.field(current.name()));
            } else if (operand instanceof Operand.Gaussian noise) {
                fields.add(noiseField(names, noise));
            } else if (operand instanceof Operand.Connections connections) {
                fields.add(connectionsField(names, connections));
            } else if (operand instanceof Operand.DroppedWeights dropped) {
                fields.add(connectionsField(names, dropped.connections()));
            } else if (operand instanceof Operand.DroppedGradient gradient) {
                fields.add(connectionsField(names, gradient.connections()));
            } else if (operand instanceof Operand.UserFunction function) {
                // No field, but a variable of this name would hide the class as well.
                fields.add(function.type().simpleNames().get(0));
                fields.add(LOOP);
            } else if (operand instanceof Operand.Statistics statistics) {
                fields.add(names.field(statistics.name() + " statistics"));
            }
        }
        if (step.used() != null) {
            fields.add(usedField(names, step.used()));
        }
        return fields;
    }

    private CodeBlock argument(Operand operand, Variables variables) {
        if (operand instanceof Operand.Read read) {
            return CodeBlock.of("$N", variables.name(read.value()));
        } else if (operand instanceof Operand.Write write) {
            return CodeBlock.of("$N", variables.name(write.value()));
        } else if (operand instanceof Operand.Weights parameter) {
            return weights.values(parameter.parameter());
        } else if (operand instanceof Operand.WeightsGradient gradient) {
            return CodeBlock.of(
                    "$N.gradients()", names.field(gradient.parameter().name()));
        } else if (operand instanceof Operand.Accumulate accumulate) {
            return CodeBlock.of(
                    "$N.accumulate()", names.field(accumulate.parameter().name()));
        } else if (operand instanceof Operand.Absent) {
            return CodeBlock.of("null");
        } else if (operand instanceof Operand.Rows rows) {
            return rows.perSample() == 1 ? CodeBlock.of("batch") : CodeBlock.of("batch * $L", rows.perSample());
        } else if (operand instanceof Operand.Size size) {
            return CodeBlock.of("$L", size.value());
        } else if (operand instanceof Operand.Number number) {
            return number((float) number.value());
        } else if (operand instanceof Operand.Numbers numbers) {
            return CodeBlock.of("$N", constant(names, numbers));
        } else if (operand instanceof Operand.Flag flag) {
            return CodeBlock.of("$L", flag.value());
        } else if (operand instanceof Operand.Reduced reduced) {
            return CodeBlock.of("$T.$N", RuntimeTypes.REDUCTION, reduced.reduction());
        } else if (operand instanceof Operand.Function function) {
            return constants.of(function);
        } else if (operand instanceof Operand.Windowed windowed) {
            return constants.of(windowed);
        } else if (operand instanceof Operand.Convolved convolved) {
            return constants.of(convolved);
        } else if (operand instanceof Operand.Dropout dropout) {
            return CodeBlock.of("$N", maskField(names, dropout));
        } else if (operand instanceof Operand.Kept kept) {
            return kept.by()
                    .map(dropout -> CodeBlock.of("$N", maskField(names, dropout)))
                    .orElse(CodeBlock.of("$T.NONE", RuntimeTypes.MASK));
        } else if (operand instanceof Operand.Slopes slopes) {
            return CodeBlock.of("$N", slopesField(names, slopes));
        } else if (operand instanceof Operand.CurrentP current) {
            return CodeBlock.of("$N", names.field(current.name()));
        } else if (operand instanceof Operand.Gaussian noise) {
            return CodeBlock.of("$N", noiseField(names, noise));
        } else if (operand instanceof Operand.Connections connections) {
            return CodeBlock.of("$N", connectionsField(names, connections));
        } else if (operand instanceof Operand.DroppedWeights dropped) {
            return CodeBlock.of("$N.weights()", connectionsField(names, dropped.connections()));
        } else if (operand instanceof Operand.DroppedGradient dropped) {
            return CodeBlock.of("$N.gradients()", connectionsField(names, dropped.connections()));
        } else if (operand instanceof Operand.Statistics statistics) {
            return CodeBlock.of("$N", names.field(statistics.name() + " statistics"));
        } else if (operand instanceof Operand.Training) {
            return CodeBlock.of("run.training()");
        }
        throw new IllegalArgumentException("no Java for " + operand);
    }

    /** {@code 0.1f}, whole numbers as {@code 1f}. */
    static CodeBlock number(float value) {
        if (Float.isInfinite(value)) {
            return CodeBlock.of("$T.$L", Float.class, value > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY");
        }
        return value == (int) value ? CodeBlock.of("$Lf", (int) value) : CodeBlock.of("$Lf", value);
    }

    /** Formulas as comments, one line each. */
    static CodeBlock comment(String formula) {
        CodeBlock.Builder lines = CodeBlock.builder();
        for (String line : formula.split("\n")) {
            if (!line.isBlank()) {
                lines.add("// $L\n", Documentation.safe(line));
            }
        }
        return lines.build();
    }

    private static CodeBlock wrapped(List<CodeBlock> arguments) {
        return CodeBlock.join(arguments, ",$W");
    }

    /** An upper estimate of a step's bytecode. */
    static int bytes(Step step) {
        ToIntFunction<Operand> cost = operand -> operand instanceof Operand.Weights ? 8 : 6;
        return 12 + step.operands().stream().mapToInt(cost).sum();
    }

    /** The names that values have in a method. */
    interface Variables {
        String name(Value value);
    }
}
