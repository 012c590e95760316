package dev.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import javax.lang.model.element.Modifier;

/**
 * Writes the products of small networks as scalar arithmetic, weight by weight: for them a kernel's loop costs more than
 * its work. The order of the additions is that of the kernels, so the results have the same bits.
 */
final class ScalarWriter {
    private static final int PER_STATEMENT = 4;

    /** Sides that are a multiple of it are worth asking the provider for something faster. */
    private static final int WHOLE_VECTORS = 16;

    /** Bytes of bytecode above which HotSpot leaves a method where it is, however often it is called. */
    private static final int OWN_METHOD = 300;

    /** Functions that the runtime's Scalar has by name. */
    private static final Set<String> SCALAR = Set.of("RELU", "SIGMOID", "TANH");

    private final StepWriter.Weights weights;
    private final Names names;
    private final LayerConstants activations;
    private final boolean constantWeights;

    /** @param constantWeights whether weights never change, as in predictors */
    ScalarWriter(StepWriter.Weights weights, Names names, LayerConstants activations, boolean constantWeights) {
        this.weights = weights;
        this.names = names;
        this.activations = activations;
        this.constantWeights = constantWeights;
    }

    static boolean unrolls(Step step) {
        return switch (step.operation()) {
            case "dense", "denseWeightGradient", "denseInputGradient", "columnSum" ->
                step.operands().stream()
                        .noneMatch(operand -> operand instanceof Operand.Rows rows && rows.perSample() != 1
                                || operand instanceof Operand.DroppedWeights
                                || operand instanceof Operand.DroppedGradient);
            default -> false;
        };
    }

    /** Adds a method for a product, and returns its call. */
    CodeBlock write(Step step, String block, StepWriter.Variables variables, List<MethodSpec> methods) {
        return switch (step.operation()) {
            case "dense" -> forward(step, block, variables, methods);
            case "denseWeightGradient" -> weightGradient(step, block, variables, methods);
            case "denseInputGradient" -> inputGradient(step, block, variables, methods);
            default -> biasGradient(step, block, variables, methods);
        };
    }

    /** dense(x, w, b, y, rows, in, out, f, mask). */
    private CodeBlock forward(Step step, String block, StepWriter.Variables variables, List<MethodSpec> methods) {
        int in = size(step, 5);
        int out = size(step, 6);
        String method = unique(block + "Product", methods);
        boolean dropped = step.operands().get(8) instanceof Operand.Dropout;
        List<String> places = dropped ? List.of("xAt", "yAt", "n") : List.of("xAt", "yAt");
        MethodSplitter body = sample(method, "One sample", List.of("x", "y"), places);
        CodeBlock.Builder begin = CodeBlock.builder()
                .addStatement(
                        "float[] w = $L",
                        weights.values(((Operand.Weights) step.operands().get(1)).parameter()));
        boolean biased = step.operands().get(2) instanceof Operand.Weights;
        if (biased) {
            begin.addStatement(
                    "float[] b = $L",
                    weights.values(((Operand.Weights) step.operands().get(2)).parameter()));
        }
        for (int i = 0; i < in; i++) {
            begin.addStatement("float x$L = x[$L]", i, i == 0 ? "xAt" : "xAt + " + i);
        }
        body.preamble(begin.build(), 16 + 10 * in);
        for (int unit = 0; unit < out; unit++) {
            int row = unit * in;
            CodeBlock.Builder code = CodeBlock.builder();
            chain(code, "sum" + unit, biased ? "b[" + unit + "]" : "0f", in, i -> "x" + i, i -> "w[" + (row + i) + "]");
            code.addStatement("y[$L] = $L", unit == 0 ? "yAt" : "yAt + " + unit, epilogue(step, unit, out));
            body.add(code.build(), 40 + 12 * in);
        }
        String x = variables.name(((Operand.Read) step.operands().get(0)).value());
        String y = variables.name(((Operand.Write) step.operands().get(3)).value());
        MethodSpec.Builder whole = method(method, "The product, weight by weight", List.of("x", "y"));
        if (constantWeights && byInput(step)) {
            Operand.Function function = (Operand.Function) step.operands().get(7);
            shortcut(
                    whole,
                    "$N.dense(x, $L, y, batch, $L, $L, $L)",
                    byInputField(names, ((Operand.Weights) step.operands().get(1)).parameter()),
                    weights.values(((Operand.Weights) step.operands().get(2)).parameter()),
                    in,
                    out,
                    function.activation().equals("RELU"));
        }
        // No loop that HotSpot counts: one sample would go through what it puts before and behind those.
        whole.beginControlFlow(
                dropped
                        ? "for (int n = 0, xAt = 0, yAt = 0; xAt != $L; n++, xAt += $L, yAt += $L)"
                        : "for (int xAt = 0, yAt = 0; xAt != $L; xAt += $L, yAt += $L)",
                in == 1 ? "batch" : in + " * batch",
                in,
                out);
        finish(whole, body, methods, MethodSplitter.LIMIT, CodeBlock.of(""));
        return call(method, List.of(x, y));
    }

    private CodeBlock epilogue(Step step, int unit, int out) {
        Operand.Function function = (Operand.Function) step.operands().get(7);
        CodeBlock value = CodeBlock.of("sum$L", unit);
        if (SCALAR.contains(function.activation())) {
            value = CodeBlock.of(
                    "$T.$N($L)", RuntimeTypes.SCALAR, function.activation().toLowerCase(Locale.ROOT), value);
        } else if (!function.equals(Operand.Function.IDENTITY)) {
            value = CodeBlock.of("$L.apply($L)", activations.of(function), value);
        }
        if (step.operands().get(8) instanceof Operand.Dropout dropout) {
            value = CodeBlock.of("$N.apply($L, n, $L, $L)", StepWriter.maskField(names, dropout), value, unit, out);
        }
        return value;
    }

    /** denseWeightGradient(dy, x, dw, rows, in, out, add). */
    private CodeBlock weightGradient(
            Step step, String block, StepWriter.Variables variables, List<MethodSpec> methods) {
        int in = size(step, 4);
        int out = size(step, 5);
        String parameter = gradient(step, 2);
        String method = unique(block + "Weights", methods);
        MethodSplitter body = sample(method, "One sample", List.of("dy", "x", "dw", "before"), List.of("n"));
        CodeBlock.Builder begin = CodeBlock.builder();
        load(begin, "x", in);
        body.preamble(begin.build(), 10 * in);
        for (int unit = 0; unit < out; unit++) {
            CodeBlock.Builder code =
                    CodeBlock.builder().addStatement("float dy$L = $L", unit, element("dy", out, unit));
            for (int i = 0; i < in; i++) {
                int at = unit * in + i;
                code.addStatement("dw[$L] = Math.fma(dy$L, x$L, before[$L])", at, unit, i, at);
            }
            body.add(code.build(), 12 + 22 * in);
        }
        return accumulated(
                step,
                method,
                "The gradient of the weights",
                body,
                List.of("dy", "x"),
                parameter,
                "dw",
                variables,
                methods);
    }

    /** columnSum(dy, db, rows, columns, add). */
    private CodeBlock biasGradient(Step step, String block, StepWriter.Variables variables, List<MethodSpec> methods) {
        int out = size(step, 3);
        String method = unique(block + "Bias", methods);
        MethodSplitter body = sample(method, "One sample", List.of("dy", "db", "before"), List.of("n"));
        for (int unit = 0; unit < out; unit++) {
            body.add(
                    CodeBlock.builder()
                            .addStatement("db[$L] = before[$L] + $L", unit, unit, element("dy", out, unit))
                            .build(),
                    20);
        }
        return accumulated(
                step,
                method,
                "The gradient of the bias",
                body,
                List.of("dy"),
                gradient(step, 1),
                "db",
                variables,
                methods);
    }

    /** denseInputGradient(dy, w, dx, rows, in, out). */
    private CodeBlock inputGradient(Step step, String block, StepWriter.Variables variables, List<MethodSpec> methods) {
        int in = size(step, 4);
        int out = size(step, 5);
        String method = unique(block + "Inputs", methods);
        MethodSplitter body = sample(method, "One sample", List.of("dy", "dx"), List.of("n"));
        CodeBlock.Builder begin = CodeBlock.builder()
                .addStatement(
                        "float[] w = $L",
                        weights.values(((Operand.Weights) step.operands().get(1)).parameter()));
        load(begin, "dy", out);
        body.preamble(begin.build(), 8 + 10 * out);
        for (int i = 0; i < in; i++) {
            int column = i;
            CodeBlock.Builder code = CodeBlock.builder();
            chain(code, "sum" + i, "0f", out, unit -> "dy" + unit, unit -> "w[" + (unit * in + column) + "]");
            code.addStatement("$L = sum$L", element("dx", in, i), i);
            body.add(code.build(), 20 + 12 * out);
        }
        String dy = variables.name(((Operand.Read) step.operands().get(0)).value());
        String dx = variables.name(((Operand.Write) step.operands().get(2)).value());
        MethodSpec.Builder whole = method(method, "The gradient of the inputs", List.of("dy", "dx"));
        if (in % WHOLE_VECTORS == 0) {
            shortcut(
                    whole,
                    "kernels.smallInputGradient(dy, $L, dx, batch, $L, $L)",
                    weights.values(((Operand.Weights) step.operands().get(1)).parameter()),
                    in,
                    out);
        }
        finishGradient(whole, body, methods, CodeBlock.of(""));
        return call(method, List.of(dy, dx));
    }

    private CodeBlock accumulated(
            Step step,
            String method,
            String doc,
            MethodSplitter body,
            List<String> inputs,
            String parameter,
            String array,
            StepWriter.Variables variables,
            List<MethodSpec> methods) {
        List<String> arguments = step.reads().stream().map(variables::name).toList();
        MethodSpec.Builder whole = method(method, doc, inputs);
        whole.addStatement("float[] $N = $N.gradients()", array, parameter);
        CodeBlock faster = faster(step);
        if (faster == null) {
            whole.addStatement("float[] before = $N.accumulate() ? $N : $N.zeros()", parameter, array, parameter);
        } else {
            whole.addStatement("boolean add = $N.accumulate()", parameter);
            shortcut(whole, "kernels.$L", faster);
            whole.addStatement("float[] before = add ? $N : $N.zeros()", array, parameter);
        }
        finishGradient(
                whole,
                body,
                methods,
                CodeBlock.builder().addStatement("before = $N", array).build());
        return call(method, arguments);
    }

    /** What a provider may have for a gradient of weights or biases, or null. */
    private static CodeBlock faster(Step step) {
        boolean bias = step.operation().equals("columnSum");
        int in = bias ? 0 : size(step, 4);
        int out = size(step, bias ? 3 : 5);
        if (bias) {
            return out % WHOLE_VECTORS == 0 ? CodeBlock.of("smallBiasGradient(dy, db, batch, $L, add)", out) : null;
        }
        if (in % WHOLE_VECTORS == 0) {
            return CodeBlock.of("smallWeightGradient(dy, x, dw, batch, $L, $L, add)", in, out);
        }
        return in == 4 && out % WHOLE_VECTORS == 0
                ? CodeBlock.of("smallWeightGradientOfFour(dy, x, dw, batch, $L, add)", out)
                : null;
    }

    /**
     * Whether a predictor keeps the weights of a product transposed besides, for providers that have something faster.
     */
    static boolean byInput(Step step) {
        Operand.Function function = (Operand.Function) step.operands().get(7);
        boolean known = function.activation().equals("RELU") || function.equals(Operand.Function.IDENTITY);
        return known && size(step, 6) % WHOLE_VECTORS == 0 && step.operands().get(2) instanceof Operand.Weights;
    }

    static String byInputField(Names names, dev.nacre.processor.model.ParameterSpec weights) {
        return names.field(weights.name() + " by input");
    }

    /** {@code if (kernels.smallBiasGradient(...)) return;} */
    private static void shortcut(MethodSpec.Builder whole, String call, Object... arguments) {
        whole.beginControlFlow("if (" + call + ")", arguments);
        whole.addStatement("return");
        whole.endControlFlow();
    }

    /**
     * Long arithmetic of a gradient gets a method of its own: HotSpot then compiles it without a loop around it, and puts what is
     * left, the provider's way, into the caller.
     *
     * @param after what ends a sample
     */
    private static void finishGradient(
            MethodSpec.Builder whole, MethodSplitter body, List<MethodSpec> methods, CodeBlock after) {
        whole.beginControlFlow("for (int n = 0; n < batch; n++)");
        finish(whole, body, methods, OWN_METHOD, after);
    }

    private static void finish(
            MethodSpec.Builder whole, MethodSplitter body, List<MethodSpec> methods, int most, CodeBlock after) {
        int place = methods.size();
        whole.addCode(body.write(methods, most));
        whole.addCode(after);
        whole.endControlFlow();
        methods.add(place, whole.build());
    }

    private static MethodSpec.Builder method(String name, String doc, List<String> arrays) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE).addJavadoc("$L.\n", doc);
        arrays.forEach(array -> method.addParameter(BlockMethods.FLOATS, array));
        return method.addParameter(TypeName.INT, "batch");
    }

    private static CodeBlock call(String method, List<String> arguments) {
        return CodeBlock.builder()
                .addStatement("$N($L, batch)", method, String.join(", ", arguments))
                .build();
    }

    private static MethodSplitter sample(String method, String doc, List<String> arrays, List<String> places) {
        List<ParameterSpec> parameters = new ArrayList<>();
        arrays.forEach(array ->
                parameters.add(ParameterSpec.builder(BlockMethods.FLOATS, array).build()));
        places.forEach(place ->
                parameters.add(ParameterSpec.builder(TypeName.INT, place).build()));
        return new MethodSplitter(method + "Sample", doc, parameters.toArray(ParameterSpec[]::new));
    }

    /** {@code float x3 = x[4 * n + 3];} for each of a sample's elements. */
    private static void load(CodeBlock.Builder code, String array, int width) {
        for (int i = 0; i < width; i++) {
            code.addStatement("float $N = $L", array + i, element(array, width, i));
        }
    }

    private static CodeBlock element(String array, int width, int i) {
        String row = width == 1 ? "n" : width + " * n";
        return CodeBlock.of("$N[$L]", array, i == 0 ? row : row + " + " + i);
    }

    /** {@code sum = fma(x3, w[3], fma(x2, w[2], ...))}: one addition after the other. */
    private static void chain(
            CodeBlock.Builder code,
            String sum,
            String start,
            int length,
            IntFunction<String> left,
            IntFunction<String> right) {
        String value = start;
        for (int i = 0; i < length; i++) {
            value = "Math.fma(" + left.apply(i) + ", " + right.apply(i) + ", " + value + ")";
            if (i % PER_STATEMENT == PER_STATEMENT - 1 || i == length - 1) {
                code.addStatement(i < PER_STATEMENT ? "float $N = $L" : "$N = $L", sum, value);
                value = sum;
            }
        }
    }

    private String unique(String name, List<MethodSpec> methods) {
        String candidate = name;
        for (int number = 2; taken(candidate, methods); number++) {
            candidate = name + number;
        }
        return candidate;
    }

    private static boolean taken(String name, List<MethodSpec> methods) {
        return methods.stream().anyMatch(method -> method.name().equals(name));
    }

    private String gradient(Step step, int operand) {
        return names.field(((Operand.WeightsGradient) step.operands().get(operand))
                .parameter()
                .name());
    }

    private static int size(Step step, int operand) {
        return ((Operand.Size) step.operands().get(operand)).value();
    }
}
