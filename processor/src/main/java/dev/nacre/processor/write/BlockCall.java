package dev.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the implementation of a declared method: one block alone, on arguments of the caller's. */
final class BlockCall {
    private final NetworkContext context;
    private final NameAllocator locals = new NameAllocator();

    BlockCall(NetworkContext context) {
        this.context = context;
        NetworkContext.FIXED.forEach(name -> locals.newName(name, "fixed " + name));
    }

    MethodSpec write(Graph.Block block, Declarations.Block declaration, BlockMethods.Written forward) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(declaration.name())
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(block.isLoss() ? RuntimeTypes.LOSS : RuntimeTypes.TENSOR);
        method.addJavadoc("The block alone, in the present mode; what it ran on cannot be run backward.\n");
        List<CodeBlock> arrays = new ArrayList<>();
        boolean first = true;
        for (int i = 0; i < declaration.arguments().size(); i++) {
            Declarations.Argument argument = declaration.arguments().get(i);
            String name = locals.newName(argument.name(), "argument " + i);
            method.addParameter(type(argument.type()), name);
            arrays.add(argument(method, block.inputs().get(i), argument.type(), name, first));
            first = false;
        }
        method.addStatement("run.begin()").addStatement("drawMasks()").addStatement("reserve(batch)");
        if (block.isLoss()) {
            return method.addStatement(
                            "return new $T($N($L, batch))",
                            RuntimeTypes.LOSS,
                            forward.name(),
                            CodeBlock.join(arrays, ", "))
                    .build();
        }
        Value output = block.output().orElseThrow();
        String result = locals.newName(block.name() + "Tensor");
        method.addStatement(
                "$1T $2N = $1T.zeros($3N.withBatch(batch))", RuntimeTypes.TENSOR, result, context.shape(output));
        return method.addStatement("$N($L, $N.data(), batch)", forward.name(), CodeBlock.join(arrays, ", "), result)
                .addStatement("return $N", result)
                .build();
    }

    /** Checks an argument and gives its array. */
    private CodeBlock argument(
            MethodSpec.Builder method, Value value, Declarations.Type type, String name, boolean first) {
        if (type == Declarations.SimpleType.TENSOR) {
            if (first) {
                method.addStatement(
                        "int batch = $T.batch($S, $N, $N)",
                        RuntimeTypes.CHECKS,
                        value.name(),
                        name,
                        context.shape(value));
            } else {
                method.addStatement(
                        "$T.batch($S, $N, $N, batch)", RuntimeTypes.CHECKS, value.name(), name, context.shape(value));
            }
            return CodeBlock.of("$N.data()", name);
        } else if (type instanceof Declarations.RecordType) {
            if (first) {
                method.addStatement("int batch = 1");
            }
            return CodeBlock.of("encode($N).data()", name);
        }
        Graph.Label label = context.graph().labels().stream()
                .filter(candidate -> candidate.value().id() == value.id())
                .findFirst()
                .orElseThrow();
        if (type == Declarations.SimpleType.LABEL) {
            method.addStatement(
                    "$T.labels($S, $N.indices(), batch, $L)", RuntimeTypes.CHECKS, value.name(), name, label.classes());
            return CodeBlock.of("$N.indices()", name);
        } else if (type == Declarations.SimpleType.TARGET) {
            method.addStatement(
                    "$T.target($S, $N.value(), $N, batch)",
                    RuntimeTypes.CHECKS,
                    value.name(),
                    name,
                    context.shape(value));
            return CodeBlock.of("$N.value().data()", name);
        } else if (type == Declarations.SimpleType.FLOAT) {
            return CodeBlock.of("new float[] {$N}", name);
        }
        CodeBlock index =
                type instanceof Declarations.EnumType ? CodeBlock.of("$N.ordinal()", name) : CodeBlock.of("$N", name);
        String indices = locals.newName(name + "Indices");
        method.addStatement("int[] $N = {$L}", indices, index);
        method.addStatement(
                "$T.labels($S, $N, batch, $L)", RuntimeTypes.CHECKS, value.name(), indices, label.classes());
        return CodeBlock.of("$N", indices);
    }

    static TypeName type(Declarations.Type type) {
        if (type instanceof Declarations.EnumType named) {
            return Names.type(named.packageName(), named.simpleNames());
        } else if (type instanceof Declarations.RecordType named) {
            return Names.type(named.packageName(), named.simpleNames());
        } else if (type instanceof Declarations.SimpleType simple) {
            return switch (simple) {
                case TENSOR -> RuntimeTypes.TENSOR;
                case LOSS -> RuntimeTypes.LOSS;
                case LABEL -> RuntimeTypes.LABEL;
                case TARGET -> RuntimeTypes.TARGET;
                case INT -> TypeName.INT;
                case FLOAT -> TypeName.FLOAT;
                case VOID -> TypeName.VOID;
            };
        }
        throw new IllegalArgumentException("no Java for " + type.display());
    }
}
