package dev.nacre.processor.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The methods that a type has, those of its supertypes first. */
final class InheritedMethods {
    private static final Set<String> OF_EVERY_NETWORK = Set.of("java.lang.Object", "dev.nacre.network.Network");

    private final Compilation compilation;
    private final TypeElement type;
    private final List<TypeElement> owners = new ArrayList<>();
    private final Map<String, List<ExecutableElement>> byName = new LinkedHashMap<>();
    private final List<ExecutableElement> all = new ArrayList<>();

    InheritedMethods(Compilation compilation, TypeElement type, Findings findings) {
        this.compilation = compilation;
        this.type = type;
        collect(type, new HashSet<>(), findings);
        for (TypeElement owner : owners) {
            for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
                all.add(method);
                byName.computeIfAbsent(method.getSimpleName().toString(), name -> new ArrayList<>())
                        .add(method);
            }
        }
    }

    private void collect(TypeElement current, Set<TypeElement> seen, Findings findings) {
        // Everything has the methods of Object, and the generated class has those of Network.
        if (OF_EVERY_NETWORK.contains(current.getQualifiedName().toString()) || !seen.add(current)) {
            return;
        }
        if (compilation.isRefused(current)) {
            findings.unresolved();
        }
        List<TypeMirror> supertypes = new ArrayList<>();
        supertypes.add(current.getSuperclass());
        supertypes.addAll(current.getInterfaces());
        for (TypeMirror supertype : supertypes) {
            if (supertype.getKind() == TypeKind.ERROR) {
                findings.unresolved();
            } else if (supertype instanceof DeclaredType declared) {
                collect((TypeElement) declared.asElement(), seen, findings);
            }
        }
        owners.add(current);
    }

    /** @return the type and its supertypes, Object and Network aside, the type last */
    List<TypeElement> owners() {
        return owners;
    }

    /** @return the names of all methods, those of Object and other types' private and static ones aside; sorted */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (ExecutableElement method : all) {
            boolean own = method.getEnclosingElement().equals(type);
            boolean inherited = !method.getModifiers().contains(Modifier.PRIVATE)
                    && !(method.getModifiers().contains(Modifier.STATIC)
                            && method.getEnclosingElement().getKind().isInterface());
            if (own || inherited) {
                names.add(method.getSimpleName().toString());
            }
        }
        return names;
    }

    /** @return the abstract methods that nothing implements; where one is inherited twice, all of them */
    List<ExecutableElement> unimplemented() {
        return all.stream()
                .filter(Names::isAbstract)
                .filter(method -> !isOverridden(method) && !isOfObject(method))
                .toList();
    }

    /** @return whether two methods are one for whoever implements them */
    boolean isSame(ExecutableElement one, ExecutableElement other) {
        return one.getSimpleName().equals(other.getSimpleName())
                && (compilation.types().isSubsignature(inType(one), inType(other))
                        || compilation.types().isSubsignature(inType(other), inType(one)));
    }

    /** @return the method's type with the type arguments that this type gives to its supertypes */
    ExecutableType inType(ExecutableElement method) {
        return (ExecutableType) compilation.types().asMemberOf((DeclaredType) type.asType(), method);
    }

    private boolean isOverridden(ExecutableElement method) {
        return byName.get(method.getSimpleName().toString()).stream()
                .anyMatch(other -> other != method
                        && !other.getModifiers().contains(Modifier.STATIC)
                        && !other.getModifiers().contains(Modifier.PRIVATE)
                        && overrides(other, method));
    }

    private boolean overrides(ExecutableElement other, ExecutableElement method) {
        if (compilation.elements().overrides(other, method, type)) {
            return true;
        }
        TypeMirror otherOwner =
                compilation.types().erasure(other.getEnclosingElement().asType());
        TypeMirror owner =
                compilation.types().erasure(method.getEnclosingElement().asType());
        return compilation.types().isSubtype(otherOwner, owner) && isSame(other, method);
    }

    /** An interface may repeat a method of Object, which every class implements. */
    private boolean isOfObject(ExecutableElement method) {
        if (!method.getEnclosingElement().getKind().isInterface()) {
            return false;
        }
        return compilation.type("java.lang.Object").stream()
                .flatMap(object -> ElementFilter.methodsIn(object.getEnclosedElements()).stream())
                .anyMatch(ofObject -> ofObject.getModifiers().contains(Modifier.PUBLIC)
                        && compilation.elements().overrides(method, ofObject, (TypeElement)
                                method.getEnclosingElement()));
    }
}
