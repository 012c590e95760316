package dev.nacre.processor.source;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
            Map.entry("dropouts", Set.of(List.of())),
            Map.entry("dropout", Set.of(List.of("java.lang.String"))),
            Map.entry(
                    "mask",
                    Set.of(List.of("java.lang.String"), List.of("java.lang.String", "dev.nacre.tensor.Tensor"))),
            Map.entry("masks", Set.of(List.of(), List.of("long"), List.of("long", "int"))),
            Map.entry("clearMasks", Set.of(List.of())),
            Map.entry("outputKinds", Set.of(List.of())),
            Map.entry("forwardBefore", Set.of(List.of("int"))),
            Map.entry("forwardAfter", Set.of(List.of("int"))),
            Map.entry("drawMasks", Set.of(List.of())),
            Map.entry("reserve", Set.of(List.of("int"))),
            Map.entry("reserveGradients", Set.of(List.of("int"))),
            Map.entry("backwardLosses", Set.of(List.of("int"))),
            Map.entry("penalty", Set.of(List.of())),
            Map.entry("backwardPenalty", Set.of(List.of())));

    /** Generated methods that take inputs, labels or gradients. */
    private static final Set<String> OF_VALUES = Set.of(
            "forward",
            "loss",
            "backward",
            "predict",
            "probabilities",
            "encode",
            "monteCarlo",
            "monteCarloOutputs",
            "predictMonteCarlo");

    /** Private methods of the generated class, which could not override others: those of blocks, and parts of long ones. */
    private static final Pattern OF_BLOCKS = Pattern.compile("\\w*(?:[fF]orward|[bB]ackward)\\w*");

    private static final Pattern PARTS = Pattern.compile(
            "(?:drawMasks|reserve|reserveGradients|switchMode|setStep|construct|forwardBefore|forwardAfter|initialise|backwardLosses)\\d+");

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
            "Connections",
            "Constraint",
            "Convolution",
            "DropoutLayers",
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
            "MaskShape",
            "Math",
            "Mode",
            "MonteCarlo",
            "Network",
            "NonFinite",
            "Optional",
            "OutputKind",
            "Override",
            "PackedFilters",
            "PackedWeights",
            "Parameter",
            "Parameters",
            "Path",
            "Plan",
            "RandomNoise",
            "RandomSlopes",
            "Reduction",
            "Result",
            "RunState",
            "SampleWeights",
            "Scalar",
            "Shape",
            "SmallWeights",
            "String",
            "SuppressWarnings",
            "System",
            "Target",
            "Tensor",
            "ThreadLocal",
            "Uncertain",
            "UncheckedIOException",
            "Window");

    /** Those of them that need no import, sorted. */
    private static final List<String> JAVA_LANG = List.of(
            "Float",
            "IllegalArgumentException",
            "IllegalStateException",
            "Integer",
            "Math",
            "Override",
            "String",
            "SuppressWarnings",
            "System",
            "ThreadLocal");

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
        }
    }

    /**
     * @param owners the network and its supertypes
     * @param named the outermost names of the user's types that the generated class names
     */
    void checkTypes(List<TypeElement> owners, Set<String> named) {
        Set<String> names = new HashSet<>(named);
        names.addAll(NAMED_TYPES);
        for (String generated : GeneratedNames.of(network)) {
            names.add(generated.substring(generated.lastIndexOf('.') + 1));
        }
        for (TypeElement owner : owners) {
            for (TypeElement nested : ElementFilter.typesIn(owner.getEnclosedElements())) {
                String name = nested.getSimpleName().toString();
                if (names.contains(name) && !nested.getModifiers().contains(Modifier.PRIVATE)) {
                    findings.error(
                            compilation.position(nested, network),
                            SourceMessages.hidingType(Names.display(nested), name));
                }
            }
        }
    }

    /** Types of the same package hide those of java.lang, which nothing imports. */
    static void checkPackage(Compilation compilation, TypeElement network, Findings findings) {
        String packageName = Names.packageName(network);
        for (String name : JAVA_LANG) {
            String qualified = packageName.isEmpty() ? name : packageName + "." + name;
            if (compilation.type(qualified).isPresent()) {
                findings.error(
                        SourcePosition.of(network),
                        SourceMessages.hidingPackageType(name, "java.lang." + name, Names.display(network)));
                return;
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
        if (isHelper(name, types(method))) {
            return true;
        }
        if (OF_VALUES.contains(name)) {
            return method.getParameters().stream().map(VariableElement::asType).allMatch(OwnMembers::isValue);
        }
        return FIXED.getOrDefault(name, Set.of()).contains(types(method));
    }

    private static boolean isHelper(String name, List<String> types) {
        int last = types.size() - 1;
        return PARTS.matcher(name).matches()
                || last > 0
                        && types.get(last).equals("int")
                        && types.subList(0, last).stream()
                                .allMatch(type -> type.equals("float[]") || type.equals("int[]"))
                        && OF_BLOCKS.matcher(name).matches();
    }

    private static List<String> types(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> parameter.asType().toString())
                .toList();
    }

    private static boolean isValue(TypeMirror type) {
        TypeMirror inner = type instanceof ArrayType array ? array.getComponentType() : type;
        return VALUES.contains(type.toString())
                || inner instanceof DeclaredType declared
                        && (declared.asElement().getKind() == ElementKind.ENUM
                                || declared.asElement().getKind() == ElementKind.RECORD);
    }
}
