package dev.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Keeps methods short enough for HotSpot, which does not compile those above 8,000 bytes of bytecode: a long run of
 * statements becomes calls of methods that hold a part each.
 */
final class MethodSplitter {
    /** In bytes, by the estimates of those who write statements; half of what a method may have. */
    static final int LIMIT = 3000;

    /** A statement and an upper estimate of its bytecode. */
    record Statement(CodeBlock code, int bytes) {}

    private final String name;
    private final String doc;
    private final List<ParameterSpec> parameters;
    private final List<Statement> statements = new ArrayList<>();
    private Statement preamble = new Statement(CodeBlock.of(""), 0);

    /**
     * @param name what the parts are named by, before a number
     * @param doc what they do, for their Javadoc
     * @param parameters handed on to the parts
     */
    MethodSplitter(String name, String doc, ParameterSpec... parameters) {
        this.name = name;
        this.doc = doc;
        this.parameters = List.of(parameters);
    }

    /** What the whole, or each part, begins with. */
    void preamble(CodeBlock code, int bytes) {
        preamble = new Statement(code, bytes);
    }

    void add(CodeBlock code, int bytes) {
        statements.add(new Statement(code, bytes));
    }

    boolean isEmpty() {
        return statements.isEmpty();
    }

    /** @return whether it takes more than one method */
    boolean splits() {
        return bytes() > LIMIT;
    }

    private int bytes() {
        return preamble.bytes() + statements.stream().mapToInt(Statement::bytes).sum();
    }

    /** @return the statements, or the calls of the parts, which are added to {@code methods} */
    CodeBlock write(List<MethodSpec> methods) {
        return write(methods, LIMIT);
    }

    /** The same with parts, or a single one, from fewer bytes on. */
    CodeBlock write(List<MethodSpec> methods, int most) {
        CodeBlock.Builder body = CodeBlock.builder();
        if (bytes() <= most) {
            body.add(preamble.code());
            statements.forEach(statement -> body.add(statement.code()));
            return body.build();
        }
        boolean several = splits();
        int at = 0;
        for (int part = 1; at < statements.size(); part++) {
            String called = several ? name + part : name;
            MethodSpec.Builder method = MethodSpec.methodBuilder(called)
                    .addModifiers(Modifier.PRIVATE)
                    .addParameters(parameters)
                    .addJavadoc("$L\n", doc + (several ? ", part " + part + "." : "."));
            method.addCode(preamble.code());
            int bytes = preamble.bytes();
            do {
                method.addCode(statements.get(at).code());
                bytes += statements.get(at).bytes();
                at++;
            } while (at < statements.size() && bytes + statements.get(at).bytes() <= LIMIT);
            methods.add(method.build());
            body.addStatement(
                    "$N($L)",
                    called,
                    String.join(
                            ", ", parameters.stream().map(ParameterSpec::name).toList()));
        }
        return body.build();
    }
}
