package dev.nacre.processor.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** The syntax trees of javac, which alone know the order of repeated annotations. Other compilers have none. */
abstract class SourceTrees {
    private static final SourceTrees NONE = new SourceTrees() {
        @Override
        boolean hasTree(TypeElement type) {
            return false;
        }

        @Override
        Optional<List<Written>> annotations(Element element) {
            return Optional.empty();
        }

        @Override
        boolean isRefused(TypeElement type) {
            return false;
        }

        @Override
        Optional<Slips.Slip> slip(SourcePosition value, boolean fraction) {
            return Optional.empty();
        }

        @Override
        List<LocalNetworks.Local> localNetworks(TypeElement type) {
            return List.of();
        }
    };

    static SourceTrees of(ProcessingEnvironment environment) {
        try {
            return new OfJavac(Trees.instance(Unwrapping.unwrap(environment)));
        } catch (RuntimeException | LinkageError notJavac) {
            return NONE;
        }
    }

    /** @return whether the type was read from a source file; false where that cannot be told */
    abstract boolean hasTree(TypeElement type);

    /** @return the annotations on an element as written; empty where that cannot be told */
    abstract Optional<List<Written>> annotations(Element element);

    /**
     * @return whether the compiler will refuse an annotation on a type, on a method of it without a body or on a parameter of
     *     such, because it does not know the annotation or an option in it. The mirrors do not tell: some compilers leave out
     *     what they do not know.
     */
    abstract boolean isRefused(TypeElement type);

    /**
     * @param value where the value of an option is written
     * @param fraction whether the option takes numbers that are not whole
     * @return where what is written and what Java computes differ; empty where that cannot be told
     */
    abstract Optional<Slips.Slip> slip(SourcePosition value, boolean fraction);

    /** @return the networks inside the methods and initialisers of a type; none where that cannot be told */
    abstract List<LocalNetworks.Local> localNetworks(TypeElement type);

    /** An annotation as written. */
    record Written(TypeElement type, Place place) {}

    private static final class OfJavac extends SourceTrees {
        private final Trees trees;

        OfJavac(Trees trees) {
            this.trees = trees;
        }

        @Override
        boolean hasTree(TypeElement type) {
            return path(type) != null;
        }

        @Override
        Optional<List<Written>> annotations(Element element) {
            TreePath path = path(element);
            ModifiersTree modifiers = path == null ? null : modifiers(path.getLeaf());
            if (modifiers == null) {
                return Optional.empty();
            }
            List<Written> written = new ArrayList<>();
            TreePath around = new TreePath(path, modifiers);
            for (AnnotationTree annotation : modifiers.getAnnotations()) {
                TreePath type = new TreePath(new TreePath(around, annotation), annotation.getAnnotationType());
                if (!(trees.getElement(type) instanceof TypeElement found)) {
                    return Optional.empty();
                }
                written.add(new Written(found, new TreePlace(trees, path.getCompilationUnit(), annotation)));
            }
            return Optional.of(written);
        }

        @Override
        boolean isRefused(TypeElement type) {
            TreePath path = path(type);
            return path != null && RefusedAnnotations.in(trees, path);
        }

        @Override
        Optional<Slips.Slip> slip(SourcePosition value, boolean fraction) {
            TreePath path = null;
            if (value.place() instanceof TreePlace place) {
                path = trees.getPath(place.file(), place.tree());
            } else if (value.value() != null && value.place() == null) {
                path = valuePath(value);
            }
            return path == null ? Optional.empty() : Slips.find(trees, path, fraction);
        }

        private TreePath valuePath(SourcePosition value) {
            try {
                return trees.getPath(value.element(), value.annotation(), value.value());
            } catch (RuntimeException wrappedElement) {
                return null;
            }
        }

        @Override
        List<LocalNetworks.Local> localNetworks(TypeElement type) {
            TreePath path = path(type);
            return path == null
                    ? List.of()
                    : LocalNetworks.in(path, tree -> new TreePlace(trees, path.getCompilationUnit(), tree));
        }

        private TreePath path(Element element) {
            try {
                return trees.getPath(element);
            } catch (RuntimeException wrappedElement) {
                return null;
            }
        }
    }

    /** @return the modifiers of a declaration, null where a tree has none */
    static ModifiersTree modifiers(Tree tree) {
        if (tree instanceof ClassTree type) {
            return type.getModifiers();
        }
        if (tree instanceof MethodTree method) {
            return method.getModifiers();
        }
        return tree instanceof VariableTree variable ? variable.getModifiers() : null;
    }

    private record TreePlace(Trees trees, CompilationUnitTree file, Tree tree) implements Place {
        @Override
        public Place option(String name) {
            if (tree instanceof AnnotationTree annotation) {
                for (ExpressionTree argument : annotation.getArguments()) {
                    if (!(argument instanceof AssignmentTree assignment)) {
                        return name.equals("value") ? new TreePlace(trees, file, argument) : this;
                    }
                    if (assignment.getVariable().toString().equals(name)) {
                        return new TreePlace(trees, file, assignment.getExpression());
                    }
                }
            }
            return this;
        }

        @Override
        public void print(Diagnostic.Kind kind, String text) {
            trees.printMessage(kind, text, tree, file);
        }
    }
}
