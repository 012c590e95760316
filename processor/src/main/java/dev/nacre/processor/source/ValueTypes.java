package dev.nacre.processor.source;

import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Declarations.ComponentKind;
import dev.nacre.processor.model.Declarations.SimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the types of parameters and results. */
final class ValueTypes {
    private static final Map<String, SimpleType> MARKERS = Map.of(
            "dev.nacre.tensor.Tensor", SimpleType.TENSOR,
            "dev.nacre.network.Loss", SimpleType.LOSS,
            "dev.nacre.network.Label", SimpleType.LABEL,
            "dev.nacre.network.Target", SimpleType.TARGET,
            "dev.nacre.network.SampleWeights", SimpleType.SAMPLE_WEIGHTS);

    private static final Set<String> NUMBERS = Set.of(
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double");

    private final Compilation compilation;
    private final StackReader stacks;

    ValueTypes(Compilation compilation, StackReader stacks) {
        this.compilation = compilation;
        this.stacks = stacks;
    }

    /**
     * @param place what has the type, for problems
     * @param fromPackage where the generated code lies
     */
    Declarations.Type read(TypeMirror type, SourcePosition place, String fromPackage, Findings findings) {
        return switch (type.getKind()) {
            case BOOLEAN -> SimpleType.BOOLEAN;
            case INT -> SimpleType.INT;
            case FLOAT -> SimpleType.FLOAT;
            case VOID -> SimpleType.VOID;
            case ERROR -> {
                findings.unresolved();
                yield other(type);
            }
            case DECLARED -> declared((DeclaredType) type, place, fromPackage, findings);
            default -> {
                checkResolved(type, findings);
                yield other(type);
            }
        };
    }

    private Declarations.Type declared(DeclaredType type, SourcePosition place, String fromPackage, Findings findings) {
        TypeElement element = (TypeElement) type.asElement();
        SimpleType marker = MARKERS.get(element.getQualifiedName().toString());
        boolean isUsers = element.getKind() == ElementKind.ENUM
                || element.getKind() == ElementKind.RECORD
                        && element.getTypeParameters().isEmpty();
        if (marker != null || !isUsers) {
            checkResolved(type, findings);
            return marker != null ? marker : other(type);
        }
        Optional<TypeElement> hiding = Visibility.hiding(element, fromPackage);
        if (hiding.isPresent()) {
            findings.error(
                    place,
                    SourceMessages.hiddenType(
                            Names.display(element),
                            place.element().getSimpleName().toString(),
                            Names.display(hiding.get()),
                            Names.packageName(element).equals(fromPackage)));
        }
        return element.getKind() == ElementKind.ENUM
                ? enumType(element)
                : recordType(element, place, fromPackage, findings);
    }

    private static Declarations.EnumType enumType(TypeElement type) {
        List<String> constants = type.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(constant -> constant.getSimpleName().toString())
                .toList();
        return new Declarations.EnumType(Names.packageName(type), Names.simpleNames(type), constants);
    }

    private Declarations.RecordType recordType(
            TypeElement type, SourcePosition place, String fromPackage, Findings findings) {
        List<Declarations.Component> components = new ArrayList<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            components.add(component(component, place, fromPackage, findings));
        }
        return new Declarations.RecordType(Names.packageName(type), Names.simpleNames(type), List.copyOf(components));
    }

    private Declarations.Component component(
            RecordComponentElement component, SourcePosition place, String fromPackage, Findings findings) {
        SourcePosition position = compilation.position(ComponentMarks.field(component), place.element());
        TypeMirror componentType = component.asType();
        ComponentKind kind = kind(componentType, findings);
        Optional<Declarations.EnumType> enumType = Optional.empty();
        if (kind == ComponentKind.ENUM
                && read(componentType, position, fromPackage, findings) instanceof Declarations.EnumType found) {
            enumType = Optional.of(found);
        }
        return new Declarations.Component(
                component.getSimpleName().toString(),
                kind,
                Names.display(componentType),
                enumType,
                stacks.layers(component, place.element(), findings),
                position);
    }

    private static ComponentKind kind(TypeMirror type, Findings findings) {
        if (type.getKind() == TypeKind.BOOLEAN) {
            return ComponentKind.BOOLEAN;
        }
        if (type.getKind().isPrimitive()) {
            return type.getKind() == TypeKind.CHAR ? ComponentKind.OTHER : ComponentKind.NUMBER;
        }
        checkResolved(type, findings);
        if (type.getKind() == TypeKind.DECLARED) {
            TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
            String name = element.getQualifiedName().toString();
            if (NUMBERS.contains(name)) {
                return ComponentKind.NUMBER;
            }
            if (name.equals("java.lang.Boolean")) {
                return ComponentKind.BOOLEAN;
            }
            return element.getKind() == ElementKind.ENUM ? ComponentKind.ENUM : ComponentKind.OTHER;
        }
        return ComponentKind.OTHER;
    }

    private static void checkResolved(TypeMirror type, Findings findings) {
        if (type.getKind() == TypeKind.ERROR) {
            findings.unresolved();
        } else if (type instanceof ArrayType array) {
            checkResolved(array.getComponentType(), findings);
        } else if (type instanceof DeclaredType declared) {
            declared.getTypeArguments().forEach(argument -> checkResolved(argument, findings));
        }
    }

    private static Declarations.OtherType other(TypeMirror type) {
        return new Declarations.OtherType(Names.display(type));
    }
}
