package dev.nacre.processor.source;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds code of the user's own in a network that the generated class would inherit and could not live with: methods in the
 * place of generated ones, and nested types that hide those that generated code names.
 */
final class OwnMembers {
    /** Generated methods whose parameters do not depend on the declaration, each with what it can take. */
    private static final Map<String, Set<List<String>>> FIXED = Map.ofEntries(
            Map.entry("create", Set.of(List.of("long"))),
            Map.entry("load", Set.of(List.of("java.nio.file.Path"))),
            Map.entry("save", Set.of(List.of("java.nio.file.Path"))),
            Map.entry("initialise", Set.of(List.of("long"))),
            Map.entry("train", Set.of(List.of())),
            Map.entry("eval", Set.of(List.of())),
            Map.entry("mode", Set.of(List.of(), List.of("dev.nacre.network.Mode"))),
            Map.entry("seed", Set.of(List.of())),
            Map.entry("step", Set.of(List.of(), List.of("long"))),
            Map.entry("parameters", Set.of(List.of())),
            Map.entry("state", Set.of(List.of())),
            Map.entry("outputs", Set.of(List.of())),
            Map.entry("predictor", Set.of(List.of())),
            Map.entry("backpropagate", Set.of(List.of())),
            Map.entry("findNonFinite", Set.of(List.of())),
            Map.entry("penalty", Set.of(List.of())),
            Map.entry("backwardPenalty", Set.of(List.of())));

    /** Generated methods that take inputs, labels or gradients. */
    private static final Set<String> OF_VALUES =
            Set.of("forward", "loss", "backward", "predict", "probabilities", "encode");

    private static final Set<String> VALUES = Set.of(
            "dev.nacre.tensor.Tensor", "dev.nacre.network.Batch", "float[]", "int[]", "boolean[]", "int", "float");

    /** The simple names of the types that generated code may name. */
    private static final Set<String> NAMED_TYPES = Set.of(
            "Activation",
            "Arrays",
            "Batch",
            "BatchStatistics",
            "Checkpoint",
            "Checks",
            "Constraint",
            "Encoding",
            "Fan",
            "Float",
            "Folding",
            "Generated",
            "IllegalArgumentException",
            "IllegalStateException",
            "Initializers",
            "Integer",
            "Kernels",
            "Label",
            "LabelChecks",
            "List",
            "Loss",
            "Map",
            "Mask",
            "Math",
            "Mode",
            "Network",
            "NonFinite",
            "Optional",
            "Override",
            "Parameter",
            "Parameters",
            "Path",
            "Plan",
            "Reduction",
            "Result",
            "RunState",
            "SampleWeights",
            "Scalar",
            "Shape",
            "String",
            "System",
            "Target",
            "Tensor",
            "ThreadLocal",
            "UncheckedIOException");

    private final Compilation compilation;
    private final TypeElement network;
    private final Findings findings;

    OwnMembers(Compilation compilation, TypeElement network, Findings findings) {
        this.compilation = compilation;
        this.network = network;
        this.findings = findings;
    }

    /** @param owners the network and its supertypes */
    void check(List<TypeElement> owners) {
        for (TypeElement owner : owners) {
            for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
                if (isInherited(method) && isGenerated(method)) {
                    findings.error(
                            compilation.position(method, network),
                            SourceMessages.ownMethod(Names.display(method), Names.display(network)));
                }
            }
            for (TypeElement nested : ElementFilter.typesIn(owner.getEnclosedElements())) {
                if (NAMED_TYPES.contains(nested.getSimpleName().toString())
                        && !nested.getModifiers().contains(Modifier.PRIVATE)) {
                    findings.error(
                            compilation.position(nested, network),
                            SourceMessages.hidingType(
                                    Names.display(nested),
                                    nested.getSimpleName().toString()));
                }
            }
        }
    }

    private static boolean isInherited(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        boolean staticOfInterface = modifiers.contains(Modifier.STATIC)
                && method.getEnclosingElement().getKind().isInterface();
        return !Names.isAbstract(method) && !modifiers.contains(Modifier.PRIVATE) && !staticOfInterface;
    }

    private static boolean isGenerated(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        if (OF_VALUES.contains(name)) {
            return method.getParameters().stream().map(VariableElement::asType).allMatch(OwnMembers::isValue);
        }
        List<String> types = method.getParameters().stream()
                .map(parameter -> parameter.asType().toString())
                .toList();
        return FIXED.getOrDefault(name, Set.of()).contains(types);
    }

    private static boolean isValue(TypeMirror type) {
        TypeMirror inner = type instanceof ArrayType array ? array.getComponentType() : type;
        return VALUES.contains(type.toString())
                || inner instanceof DeclaredType declared
                        && (declared.asElement().getKind() == ElementKind.ENUM
                                || declared.asElement().getKind() == ElementKind.RECORD);
    }
}
