package dev.nacre.processor.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/**
 * Finds annotations that the compiler will refuse: unknown ones, ambiguous ones, and those with an option that they do not
 * have.
 */
final class RefusedAnnotations {
    private final Trees trees;

    private RefusedAnnotations(Trees trees) {
        this.trees = trees;
    }

    /**
     * Looks at a type and at its methods without a body; what the user's own code has on it does not matter.
     *
     * @param type the path to a type; those nested in it stand for themselves
     */
    static boolean in(Trees trees, TreePath type) {
        RefusedAnnotations refused = new RefusedAnnotations(trees);
        return refused.on(type)
                || ((ClassTree) type.getLeaf())
                        .getMembers().stream()
                                .anyMatch(member -> member instanceof MethodTree method
                                        && method.getBody() == null
                                        && refused.onBlock(method, new TreePath(type, method)));
    }

    private boolean onBlock(MethodTree method, TreePath path) {
        return on(path) || method.getParameters().stream().anyMatch(each -> on(new TreePath(path, each)));
    }

    private boolean on(TreePath declaration) {
        ModifiersTree modifiers = SourceTrees.modifiers(declaration.getLeaf());
        return modifiers != null
                && modifiers.getAnnotations().stream()
                        .anyMatch(annotation -> isRefused(new TreePath(declaration, modifiers), annotation));
    }

    private boolean isRefused(TreePath around, AnnotationTree annotation) {
        Tree name = annotation.getAnnotationType();
        return !(trees.getElement(new TreePath(new TreePath(around, annotation), name)) instanceof TypeElement type)
                || type.asType().getKind() == TypeKind.ERROR
                || !annotation.getArguments().stream().allMatch(argument -> has(type, option(argument)));
    }

    private static String option(ExpressionTree argument) {
        return argument instanceof AssignmentTree assignment
                ? assignment.getVariable().toString()
                : "value";
    }

    private static boolean has(TypeElement annotation, String option) {
        return ElementFilter.methodsIn(annotation.getEnclosedElements()).stream()
                .anyMatch(method -> method.getSimpleName().contentEquals(option));
    }
}
