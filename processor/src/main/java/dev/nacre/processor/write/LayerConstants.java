package dev.nacre.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Window;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Refers to what layers fix: to activations of the runtime by name, to what has parameters as constants of the generated class. */
final class LayerConstants {
    private final Names names;
    private final Map<String, FieldSpec> constants;

    /** @param constants of the generated class; receives those that are referred to */
    LayerConstants(Names names, Map<String, FieldSpec> constants) {
        this.names = names;
        this.constants = constants;
    }

    /** @return {@code Activation.GELU}, or {@code HIDDEN1_LEAKY_RELU} */
    CodeBlock of(Operand.Function function) {
        if (function.parameters().isEmpty()) {
            return CodeBlock.of("$T.$N", RuntimeTypes.ACTIVATION, function.activation());
        }
        String constant = names.field("activation " + function.name(), Names.constant(Names.camel(function.name())));
        constants.computeIfAbsent(
                constant,
                key -> FieldSpec.builder(
                                RuntimeTypes.ACTIVATION, key, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(
                                "$T.$N($L)",
                                RuntimeTypes.ACTIVATION,
                                function.activation(),
                                CodeBlock.join(
                                        function.parameters().stream()
                                                .map(number -> StepWriter.number(number.floatValue()))
                                                .toList(),
                                        ", "))
                        .build());
        return CodeBlock.of("$N", constant);
    }

    /** @return {@code POOL1_MAX_POOL2D} */
    CodeBlock of(Operand.Windowed windowed) {
        return constant(
                "window " + windowed.name(),
                windowed.name(),
                RuntimeTypes.WINDOW,
                window(windowed.window()),
                CodeBlock.of(""));
    }

    /** @return {@code CONV1_CONV2D} */
    CodeBlock of(Operand.Convolved convolved) {
        CodeBlock value = CodeBlock.of(
                "$T.of($L, $L, $L,\n$>$>$L)$L$<$<",
                RuntimeTypes.CONVOLUTION,
                convolved.in(),
                convolved.out(),
                convolved.groups(),
                window(convolved.window()),
                convolved.winograd() ? "\n.winograd()" : "");
        return constant(
                "convolution " + convolved.name(), convolved.name(), RuntimeTypes.CONVOLUTION, value, sizes(convolved));
    }

    /** {@code 6x28x28 to 16x14x14, in 2 groups.} */
    private static CodeBlock sizes(Operand.Convolved convolved) {
        return CodeBlock.of(
                "From $L to $L$L$L.\n",
                image(convolved.in(), convolved.window().size()),
                image(convolved.out(), convolved.window().positions()),
                convolved.groups() == 1 ? "" : ", in " + convolved.groups() + " groups",
                convolved.transposed() ? "; the layer is its transpose" : "");
    }

    private static String image(int channels, List<Integer> sizes) {
        return new Shape(Stream.concat(Stream.of(channels), sizes.stream()).toList()).toString();
    }

    private CodeBlock constant(String key, String name, ClassName type, CodeBlock value, CodeBlock comment) {
        String constant = names.field(key, Names.constant(Names.camel(name)));
        constants.computeIfAbsent(
                constant,
                field -> FieldSpec.builder(type, field, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(value)
                        .addJavadoc(comment)
                        .build());
        return CodeBlock.of("$N", constant);
    }

    /** {@code Window.over(28, 28).kernel(5, 5).padding(2, 2, 2, 2)}: what is as usual is not said. */
    private static CodeBlock window(Window window) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.over($L)", RuntimeTypes.WINDOW, two(window.size()));
        if (window.elements() != 1) {
            code.add("$Z.kernel($L)", two(window.kernel()));
        }
        if (window.stride().stream().anyMatch(step -> step != 1)) {
            code.add("$Z.stride($L)", two(window.stride()));
        }
        int last = window.size().size() - 1;
        int top = last == 0 ? 0 : window.before().get(0);
        int bottom = last == 0 ? 0 : window.after().get(0);
        int left = window.before().get(last);
        int right = window.after().get(last);
        if (top != 0 || bottom != 0 || left != 0 || right != 0) {
            String around = Math.min(top, left) < 0 ? "$Z.margin" : "$Z.padding";
            code.add(around + "($L, $L, $L, $L)", top, bottom, left, right);
        }
        if (window.dilation().stream().anyMatch(distance -> distance != 1)) {
            code.add("$Z.dilation($L)", two(window.dilation()));
        }
        return window.ceil() ? code.add("$Z.ceil()").build() : code.build();
    }

    /** What has one axis has height 1. */
    private static String two(List<Integer> values) {
        return (values.size() == 1 ? 1 : values.get(0)) + ", " + values.get(values.size() - 1);
    }
}
