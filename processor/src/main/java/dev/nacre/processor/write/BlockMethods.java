package dev.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javax.lang.model.element.Modifier;

/**
 * Writes one method from the steps of a block: what comes from outside the block is a parameter, what lies between its
 * layers a local name for the buffer it lives in.
 */
final class BlockMethods {
    static final TypeName FLOATS = TypeName.get(float[].class);
    static final TypeName INTS = TypeName.get(int[].class);

    private final StepWriter steps;
    private final ScalarWriter scalar;
    private final ToIntFunction<Value> identity;
    private final Function<Value, String> fields;
    private final List<MethodSpec> methods;
    private final List<ParameterSpec> leading;

    /**
     * @param steps writes calls
     * @param scalar writes unrolled products, or null
     * @param identity the id of what a value is stored as
     * @param fields the field of a value
     * @param methods where the methods go
     * @param leading where values between layers live, for methods that have such
     */
    BlockMethods(
            StepWriter steps,
            ScalarWriter scalar,
            ToIntFunction<Value> identity,
            Function<Value, String> fields,
            List<MethodSpec> methods,
            ParameterSpec... leading) {
        this.steps = steps;
        this.scalar = scalar;
        this.identity = identity;
        this.fields = fields;
        this.methods = methods;
        this.leading = List.of(leading);
    }

    /**
     * A written method.
     *
     * @param arguments the values of its parameters in order, before {@code batch}
     * @param inside whether it also touches values that are no arguments
     */
    record Written(String name, List<Value> arguments, boolean inside) {}

    /**
     * @param prefix forward, backward
     * @param candidates the values that come from outside
     * @param all whether all of them become parameters, or just those that steps use
     */
    Written write(String prefix, Graph.Block block, List<Step> list, List<Value> candidates, boolean all, String doc) {
        String name = unique(Names.joined(prefix + " " + block.name()));
        Map<Integer, Value> arguments = arguments(list, candidates, all);
        NameAllocator locals = new NameAllocator();
        Set<String> taken = new LinkedHashSet<>(List.of("batch", "kernels", "run"));
        list.forEach(step -> taken.addAll(steps.fields(step)));
        Map<Integer, Value> within = new LinkedHashMap<>(touched(list));
        within.keySet().removeAll(arguments.keySet());
        // A parameter of a field's name would hide it; a value that is called like its own field needs no other name.
        within.values().stream()
                .filter(value -> !fields.apply(value).equals(Names.local(value)))
                .forEach(value -> taken.add(fields.apply(value)));
        taken.forEach(field -> locals.newName(field, "field " + field));
        Map<Integer, String> variables = new LinkedHashMap<>();
        boolean splits = !block.isLoss() && bytes(list) > MethodSplitter.LIMIT;
        List<Written> parts = splits ? parts(prefix, block, list, candidates) : List.of();
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
        method.addJavadoc("$L\n", doc);
        within.forEach((id, value) -> {
            if (fields.apply(value).equals(Names.local(value))) {
                variables.put(id, locals.newName(Names.local(value), id));
            }
        });
        boolean inside = !within.isEmpty();
        if (inside) {
            method.addParameters(leading);
            leading.forEach(parameter -> locals.newName(parameter.name(), parameter.name()));
        }
        arguments.forEach((id, value) -> {
            String variable = locals.newName(Names.local(value), id);
            variables.put(id, variable);
            method.addParameter(value.kind() == Value.Kind.LABEL ? INTS : FLOATS, variable);
        });
        method.addParameter(TypeName.INT, "batch");
        for (Written part : parts) {
            method.addStatement("$L", call(part, value -> variables.get(identity.applyAsInt(value))));
        }
        if (!splits) {
            within.forEach((id, value) -> {
                String variable = variables.computeIfAbsent(id, key -> locals.newName(Names.local(value), key));
                if (!variable.equals(fields.apply(value))) {
                    method.addStatement("float[] $N = $N", variable, fields.apply(value));
                }
            });
        }
        int place = methods.size();
        body(method, name, block, splits ? List.of() : list, value -> variables.get(identity.applyAsInt(value)));
        // Before the methods that its body brought along.
        methods.add(place, method.build());
        return new Written(name, List.copyOf(arguments.values()), inside);
    }

    /** A block of very many layers in methods of a size that HotSpot compiles. */
    private List<Written> parts(String prefix, Graph.Block block, List<Step> list, List<Value> candidates) {
        List<Written> parts = new ArrayList<>();
        int from = 0;
        while (from < list.size()) {
            int to = from + 1;
            while (to < list.size() && bytes(list.subList(from, to + 1)) <= MethodSplitter.LIMIT) {
                to++;
            }
            String doc = "Part " + (parts.size() + 1) + " of " + block.name() + ".";
            parts.add(write(prefix + "Part", block, list.subList(from, to), candidates, false, doc));
            from = to;
        }
        return parts;
    }

    private static int bytes(List<Step> steps) {
        return steps.stream().mapToInt(StepWriter::bytes).sum();
    }

    private void body(
            MethodSpec.Builder method,
            String name,
            Graph.Block block,
            List<Step> list,
            StepWriter.Variables variables) {
        boolean loss = block.isLoss() && name.startsWith("forward");
        if (loss) {
            method.returns(TypeName.FLOAT);
        }
        for (int at = 0; at < list.size(); at++) {
            Step step = list.get(at);
            method.addCode(StepWriter.comment(step.formula()));
            if (loss && at == list.size() - 1) {
                method.addStatement("return $L", steps.call(step, variables));
            } else if (StepWriter.applies(step)) {
                method.addCode(steps.apply(step, variables));
            } else if (scalar != null && ScalarWriter.unrolls(step)) {
                method.addCode(scalar.write(step, name, variables, methods));
            } else if (step.when() == Step.When.TRAINING) {
                method.beginControlFlow("if (run.training())");
                method.addStatement(steps.call(step, variables));
                method.endControlFlow();
            } else {
                method.addStatement(steps.call(step, variables));
            }
        }
    }

    private Map<Integer, Value> arguments(List<Step> list, List<Value> candidates, boolean all) {
        Set<Integer> used = new LinkedHashSet<>(touched(list).keySet());
        Map<Integer, Value> arguments = new LinkedHashMap<>();
        for (Value value : candidates) {
            if (value != null && (all || used.contains(identity.applyAsInt(value)))) {
                arguments.putIfAbsent(identity.applyAsInt(value), value);
            }
        }
        return arguments;
    }

    private Map<Integer, Value> touched(List<Step> list) {
        Map<Integer, Value> values = new LinkedHashMap<>();
        for (Step step : list) {
            List<Value> both = new ArrayList<>(step.reads());
            both.addAll(step.writes());
            both.forEach(value -> values.putIfAbsent(identity.applyAsInt(value), value));
        }
        return values;
    }

    /** Blocks {@code a} and {@code A} may stand side by side. */
    private String unique(String name) {
        String candidate = name;
        for (int number = 2; isTaken(candidate); number++) {
            candidate = name + "_" + number;
        }
        return candidate;
    }

    private boolean isTaken(String name) {
        return methods.stream().anyMatch(method -> method.name().equals(name));
    }

    /** @return {@code forwardHidden1(image, buffer1, batch)} */
    CodeBlock call(Written written) {
        return call(written, fields);
    }

    CodeBlock call(Written written, Function<Value, String> variables) {
        List<CodeBlock> arguments = new ArrayList<>();
        if (written.inside()) {
            leading.forEach(parameter -> arguments.add(CodeBlock.of("$N", parameter)));
        }
        written.arguments().forEach(value -> arguments.add(CodeBlock.of("$N", variables.apply(value))));
        arguments.add(CodeBlock.of("batch"));
        return CodeBlock.of("$N($L)", written.name(), CodeBlock.join(arguments, ", "));
    }

    static int bytes(Written written) {
        return 10 + 4 * written.arguments().size();
    }

    static ParameterSpec batch() {
        return ParameterSpec.builder(TypeName.INT, "batch").build();
    }
}
