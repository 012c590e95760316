package dev.nacre.processor.source;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The compilation so far. Holds names, not elements: compilers make new elements for each round. */
final class Compilation {
    private final Elements elements;
    private final Types types;
    private final SourceTrees trees;
    private final Set<String> sources = new HashSet<>();
    private final Set<String> networks = new TreeSet<>();
    private final Set<String> generated = new HashSet<>();

    Compilation(ProcessingEnvironment environment) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
        this.trees = SourceTrees.of(environment);
    }

    Elements elements() {
        return elements;
    }

    Types types() {
        return types;
    }

    SourceTrees trees() {
        return trees;
    }

    /** Takes note of a round's types. */
    void add(RoundEnvironment round) {
        for (TypeElement root : ElementFilter.typesIn(round.getRootElements())) {
            sources.add(root.getQualifiedName().toString());
        }
        TypeElement annotation = elements.getTypeElement(Language.NETWORK);
        if (annotation != null) {
            for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
                networks.add(type.getQualifiedName().toString());
            }
        }
    }

    /** Takes note of a class that this processor writes. */
    void addGenerated(String qualifiedName) {
        generated.add(qualifiedName);
    }

    /** @return the qualified names of the networks of this compilation, sorted: compilers' orders differ */
    Set<String> networks() {
        return networks;
    }

    boolean isNetworkOfThisCompilation(String qualifiedName) {
        return networks.contains(qualifiedName);
    }

    Optional<TypeElement> type(String qualifiedName) {
        return Optional.ofNullable(elements.getTypeElement(qualifiedName));
    }

    /** @return whether a user's source file of this compilation declares the type */
    boolean isUsersSource(String qualifiedName) {
        return !generated.contains(qualifiedName)
                && type(qualifiedName).filter(this::isSource).isPresent();
    }

    /** @return whether the element comes from a source file, which problems can point into */
    boolean isSource(Element element) {
        Element outermost = element;
        while (outermost.getEnclosingElement() != null
                && outermost.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            outermost = outermost.getEnclosingElement();
        }
        return outermost instanceof TypeElement type
                && (sources.contains(type.getQualifiedName().toString()) || trees.hasTree(type));
    }

    /**
     * @return whether an annotation on a type or on what could be a block of it is generated later or refused by the compiler:
     *     what seems to be wrong there may follow from that
     */
    boolean isRefused(TypeElement type) {
        return type.getAnnotationMirrors().stream().anyMatch(Language::isUnresolved) || trees.isRefused(type);
    }

    /** @return the element if it comes from a source file, otherwise the one nearby that does */
    SourcePosition position(Element element, Element nearby) {
        return SourcePosition.of(isSource(element) ? element : nearby);
    }

    /** @return the annotation if its element comes from a source file, otherwise the element nearby that does */
    SourcePosition position(Element element, StackPart part, Element nearby) {
        if (element instanceof RecordComponentElement component && isSource(element)) {
            return ComponentMarks.position(component, part);
        }
        return isSource(element) ? SourcePosition.of(element).at(part) : SourcePosition.of(nearby);
    }
}
