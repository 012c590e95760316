package dev.nacre.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeSpec;
import dev.nacre.processor.model.Declarations;

/** Silences on a generated class what a compiler would say of it and its user has decided. */
final class Silence {
    private Silence() {}

    static void add(TypeSpec.Builder type, Declarations.Network declaration) {
        if (!declaration.javacLints().isEmpty()) {
            AnnotationSpec.Builder silence = AnnotationSpec.builder(SuppressWarnings.class);
            declaration.javacLints().stream().sorted().forEach(lint -> silence.addMember("value", "$S", lint));
            type.addAnnotation(silence.build());
        }
    }
}
