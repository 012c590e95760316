package dev.nacre.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.nacre.processor.model.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes what a predictor gives of a batch beside its first output: all of them, and probabilities. */
final class PredictorOutputs {
    private final Graph graph;
    private final ClassName workspace;
    private final Function<Graph.Output, String> result;
    private final String scores;
    private final CodeBlock kernels;

    /**
     * @param result the field of a workspace that holds an output
     * @param scores the name of a local that no input has
     * @param kernels where they are found
     */
    PredictorOutputs(
            Graph graph, ClassName workspace, Function<Graph.Output, String> result, String scores, CodeBlock kernels) {
        this.graph = graph;
        this.workspace = workspace;
        this.result = result;
        this.scores = scores;
        this.kernels = kernels;
    }

    /** @param inputs the names of the tensors that {@code forward} takes */
    List<MethodSpec> methods(List<String> inputs) {
        List<MethodSpec> methods = new ArrayList<>();
        if (graph.outputs().size() > 1) {
            methods.add(outputs());
        }
        TypedResult decided = TypedResult.of(graph);
        if (decided.isScore()) {
            methods.add(probabilities(decided, inputs));
        }
        return methods;
    }

    private MethodSpec outputs() {
        CodeBlock tensors = graph.outputs().stream()
                .map(output -> CodeBlock.of("buffers.$N.tensor()", result.apply(output)))
                .collect(CodeBlock.joining(",$W"));
        return NetworkContext.open("outputs", ParameterMembers.listOf(RuntimeTypes.TENSOR))
                .addJavadoc("@return the outputs of this thread's last call, in declaration order\n")
                .addStatement("$T buffers = workspaces.get()", workspace)
                .addStatement("return $T.of($L)", List.class, tensors)
                .build();
    }

    private MethodSpec probabilities(TypedResult decided, List<String> inputs) {
        Graph.Output output = decided.output();
        MethodSpec.Builder method = NetworkContext.open("probabilities", RuntimeTypes.TENSOR)
                .addJavadoc(
                        "@return $L as $L; a buffer of this thread, which its call after the next overwrites\n",
                        output.block(),
                        decided.isSoftmax() ? "the probabilities of classes" : "a probability for each element");
        inputs.forEach(input -> method.addParameter(RuntimeTypes.TENSOR, input));
        String arguments = String.join(", ", inputs);
        if (output.equals(graph.outputs().get(0))) {
            method.addStatement("$T $N = forward($L)", RuntimeTypes.TENSOR, scores, arguments);
        } else {
            method.addStatement("forward($L)", arguments);
            method.addStatement(
                    "$T $N = workspaces.get().$N.tensor()", RuntimeTypes.TENSOR, scores, result.apply(output));
        }
        int width = decided.isSoftmax() ? output.value().shape().last() : 1;
        CodeBlock rows = CodeBlock.of(width == 1 ? "$N.elements()" : "$N.elements() / " + width, scores);
        return method.addStatement("float[] elements = $N.data()", scores)
                .addCode(decided.toProbabilities(kernels, rows, width))
                .addStatement("return $N", scores)
                .build();
    }
}
