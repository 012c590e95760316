package dev.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.Value;
import dev.nacre.processor.plan.BlockPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the implementation of a declared method: one block alone, on arguments of the caller's. */
final class BlockCall {
    private final NetworkContext context;
    private final NameAllocator locals = new NameAllocator();
    private final CodeBlock.Builder encoders = CodeBlock.builder();

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
        List<Declarations.Argument> arguments = declaration.arguments();
        CodeBlock[] arrays = new CodeBlock[arguments.size()];
        String[] parameters = new String[arguments.size()];
        reserve(block, arguments);
        for (int i = 0; i < arguments.size(); i++) {
            parameters[i] = locals.newName(arguments.get(i).name(), "argument " + i);
            method.addParameter(type(arguments.get(i).type()), parameters[i]);
        }
        // Values first: the labels are checked against their batch.
        boolean first = true;
        for (int i = 0; i < arguments.size(); i++) {
            if (isValue(arguments.get(i).type())) {
                arrays[i] =
                        value(method, block.inputs().get(i), arguments.get(i).type(), parameters[i], first);
                first = false;
            }
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!isValue(arguments.get(i).type())) {
                arrays[i] =
                        label(method, block.inputs().get(i), arguments.get(i).type(), parameters[i]);
            }
        }
        CodeBlock joined = CodeBlock.join(List.of(arrays), ", ");
        NetworkContext.enter(method);
        method.addCode(context.begin());
        method.addCode(encoders.build());
        if (block.isLoss()) {
            return NetworkContext.leave(
                    method.addStatement("return new $T($N($L, batch))", RuntimeTypes.LOSS, forward.name(), joined));
        }
        Value output = block.output().orElseThrow();
        String result = locals.newName(block.name() + "Tensor");
        method.addStatement(
                "$1T $2N = $1T.zeros($3N.withBatch(batch))", RuntimeTypes.TENSOR, result, context.shape(output));
        return NetworkContext.leave(method.addStatement("$N($L, $N.data(), batch)", forward.name(), joined, result)
                .addStatement("return $N", result));
    }

    /** Takes the names of the fields and constants that the method needs, which a parameter would hide. */
    private void reserve(Graph.Block block, List<Declarations.Argument> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            Value value = block.inputs().get(i);
            Optional<Value> columns = arguments.get(i).type() instanceof Declarations.RecordType
                    ? encoder(value).map(BlockCall::columns)
                    : Optional.empty();
            if (isValue(arguments.get(i).type())) {
                context.shape(columns.orElse(value));
            }
            columns.ifPresent(any -> locals.newName(context.locations.field(value)));
        }
        block.output().ifPresent(context::shape);
        context.constants.keySet().forEach(locals::newName);
    }

    private static boolean isValue(Declarations.Type type) {
        return type == Declarations.SimpleType.TENSOR || type instanceof Declarations.RecordType;
    }

    /** Checks a value and gives its array. */
    private CodeBlock value(
            MethodSpec.Builder method, Value value, Declarations.Type type, String name, boolean first) {
        String tensor = name;
        Value given = value;
        if (type instanceof Declarations.RecordType) {
            tensor = locals.newName(name + "Tensor");
            method.addStatement("$T $N = encode($N)", RuntimeTypes.TENSOR, tensor, name);
            given = columns(value, tensor);
        }
        method.addStatement(
                first ? "int batch = $T.batch($S, $N, $N)" : "$T.batch($S, $N, $N, batch)",
                RuntimeTypes.CHECKS,
                given.name(),
                tensor,
                context.shape(given));
        return given == value ? CodeBlock.of("$N.data()", tensor) : CodeBlock.of("$N", context.locations.field(value));
    }

    /** @return what the tensor of a record holds: the value itself, or what a block of its own makes the value of */
    private Value columns(Value value, String tensor) {
        return encoder(value)
                .map(encoder -> {
                    encoders.addStatement(
                            "$N($N.data(), $N, batch)",
                            encoder.getValue().name(),
                            tensor,
                            context.locations.field(value));
                    return columns(encoder);
                })
                .orElse(value);
    }

    private static Value columns(Map.Entry<BlockPlan, BlockMethods.Written> encoder) {
        return encoder.getKey().block().inputs().get(0);
    }

    private Optional<Map.Entry<BlockPlan, BlockMethods.Written>> encoder(Value value) {
        return context.forward.entrySet().stream()
                .filter(entry -> entry.getKey()
                        .block()
                        .output()
                        .filter(output -> output.id() == value.id())
                        .isPresent())
                .findFirst();
    }

    /** Checks a label and gives its array. A single one is the label of a batch of one. */
    private CodeBlock label(MethodSpec.Builder method, Value value, Declarations.Type type, String name) {
        Graph.Label label = context.graph().labels().stream()
                .filter(candidate -> candidate.value().id() == value.id())
                .findFirst()
                .orElseThrow();
        LabelArguments labels = new LabelArguments(context);
        if (type == Declarations.SimpleType.TARGET) {
            labels.check(method, label, CodeBlock.of("$N.value()", name));
            return CodeBlock.of("$N.value().data()", name);
        }
        CodeBlock given = given(method, type, name);
        if (!label.kind().isEither()) {
            labels.check(method, label, given);
            return given;
        }
        String numbers = locals.newName(name + "Numbers");
        method.addStatement("float[] $N = $L", numbers, LabelArguments.numbers(label, given, CodeBlock.of("null")));
        return CodeBlock.of("$N", numbers);
    }

    /** The array of a marker, or one that holds a single label. */
    private CodeBlock given(MethodSpec.Builder method, Declarations.Type type, String name) {
        if (type == Declarations.SimpleType.LABEL) {
            return CodeBlock.of("$N.indices()", name);
        } else if (type == Declarations.SimpleType.SAMPLE_WEIGHTS) {
            return CodeBlock.of("$N.values()", name);
        }
        String single = locals.newName(name + "Single");
        if (type instanceof Declarations.EnumType) {
            method.addStatement("int[] $N = {$N.ordinal()}", single, name);
        } else {
            method.addStatement("$T[] $N = {$N}", type(type), single, name);
        }
        return CodeBlock.of("$N", single);
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
                case SAMPLE_WEIGHTS -> RuntimeTypes.SAMPLE_WEIGHTS;
                case BOOLEAN -> TypeName.BOOLEAN;
                case INT -> TypeName.INT;
                case FLOAT -> TypeName.FLOAT;
                case VOID -> TypeName.VOID;
            };
        }
        throw new IllegalArgumentException("no Java for " + type.display());
    }
}
