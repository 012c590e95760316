package dev.nacre.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.RecordColumn;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes how one type of record becomes columns of a tensor. */
record RecordEncoding(Declarations.RecordType type) {
    private static final ClassName ENCODING = ClassName.get("dev.nacre.network", "Encoding");

    private TypeName name() {
        return BlockCall.type(type);
    }

    /** {@code Tensor encode(Flower... samples)} */
    MethodSpec encodeAll() {
        int width = RecordColumn.width(type);
        return MethodSpec.methodBuilder("encode")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(
                        "@param samples one record per sample\n@return the tensor (batch, $L) that the network reads them as;"
                                + " its columns:$L\n@throws IllegalArgumentException if a sample or a component is missing that may"
                                + " not be, or a component is infinite\n",
                        width,
                        columns())
                .returns(RuntimeTypes.TENSOR)
                .addParameter(ArrayTypeName.of(name()), "samples")
                .varargs()
                .addStatement("$T.sample(samples, $S)", ENCODING, type.display())
                .addStatement("$1T tensor = $1T.zeros(samples.length, $2L)", RuntimeTypes.TENSOR, width)
                .beginControlFlow("for (int n = 0; n < samples.length; n++)")
                .addStatement("encode(samples[n], tensor.data(), n * $L)", width)
                .endControlFlow()
                .addStatement("return tensor")
                .build();
    }

    /** @return the columns for people, in HTML */
    private CodeBlock columns() {
        return CodeBlock.of(
                "\n$L",
                RecordColumn.of(type).stream()
                        .map(column -> Documentation.html(column.described()))
                        .collect(Collectors.joining(";\n")));
    }

    /** {@code void encode(Flower sample, float[] elements, int at)} */
    MethodSpec encodeOne() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("encode")
                .addModifiers(Modifier.STATIC)
                .addJavadoc("Writes the $L elements of a sample, from index {@code at} on.\n", RecordColumn.width(type))
                .addParameter(name(), "sample")
                .addParameter(BlockMethods.FLOATS, "elements")
                .addParameter(TypeName.INT, "at")
                .addStatement("$T.sample(sample, $S)", ENCODING, type.display());
        RecordColumn.of(type).forEach(column -> method.addStatement(encoded(column)));
        return method.build();
    }

    private CodeBlock encoded(RecordColumn column) {
        CodeBlock value = CodeBlock.of("sample.$N()", column.component().name());
        String index = column.at() == 0 ? "at" : "at + " + column.at();
        String name = type.display() + "." + column.component().name();
        boolean missing = column.missing();
        if (column.form() == RecordColumn.Form.ONE_HOT) {
            return missing
                    ? CodeBlock.of("$T.oneHotOrMissing($L, elements, $L, $L)", ENCODING, value, index, column.places())
                    : CodeBlock.of(
                            "$T.oneHot($L, elements, $L, $L, $S)", ENCODING, value, index, column.places(), name);
        }
        CodeBlock call = switch (column.form()) {
            case NUMBER ->
                missing
                        ? CodeBlock.of("$T.numberOrMissing($L, $S)", ENCODING, value, name)
                        : CodeBlock.of("$T.number($L, $S)", ENCODING, value, name);
            case FLAG ->
                missing
                        ? CodeBlock.of("$T.flagOrMissing($L)", ENCODING, value)
                        : CodeBlock.of("$T.flag($L, $S)", ENCODING, value, name);
            default ->
                missing
                        ? CodeBlock.of("$T.ordinalOrMissing($L, $L)", ENCODING, value, column.places() - 1)
                        : CodeBlock.of("$T.ordinal($L, $S)", ENCODING, value, name);
        };
        return CodeBlock.of("elements[$L] = $L", index, call);
    }

    /** Checks, after its shape, the columns of a tensor that stands for records and holds places of constants. */
    static void checkPlaces(MethodSpec.Builder method, Graph.Input input, String tensor) {
        if (input.record().isEmpty()) {
            return;
        }
        Declarations.RecordType type = input.record().get();
        for (RecordColumn column : RecordColumn.of(type)) {
            if (column.form() == RecordColumn.Form.PLACE) {
                method.addStatement(
                        "$T.places($S, $N, batch, $L, $L)",
                        RuntimeTypes.CHECKS,
                        type.display() + "." + column.component().name(),
                        tensor,
                        column.at(),
                        column.places());
            }
        }
    }
}
