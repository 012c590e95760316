package dev.nacre.processor.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Finds networks that no processor is ever told of: those declared inside methods and anonymous classes. */
final class LocalNetworks extends TreeScanner<Void, Boolean> {
    private final Function<Tree, Place> places;
    private final boolean imported;
    private final List<Local> found = new ArrayList<>();

    private LocalNetworks(Function<Tree, Place> places, boolean imported) {
        this.places = places;
        this.imported = imported;
    }

    /** A network that is out of reach. */
    record Local(String name, Place place) {}

    static List<Local> in(TreePath type, Function<Tree, Place> places) {
        boolean imported = type.getCompilationUnit().getImports().stream()
                .map(ImportTree::getQualifiedIdentifier)
                .map(Tree::toString)
                .anyMatch(name -> name.equals(Language.NETWORK) || name.equals(Language.PACKAGE + ".*"));
        LocalNetworks networks = new LocalNetworks(places, imported);
        networks.scan(type.getLeaf(), false);
        return networks.found;
    }

    @Override
    public Void visitBlock(BlockTree block, Boolean inside) {
        return super.visitBlock(block, true);
    }

    @Override
    public Void visitNewClass(NewClassTree creation, Boolean inside) {
        return super.visitNewClass(creation, true);
    }

    @Override
    public Void visitClass(ClassTree type, Boolean inside) {
        if (inside) {
            for (AnnotationTree annotation : type.getModifiers().getAnnotations()) {
                String name = annotation.getAnnotationType().toString();
                if (name.equals(Language.NETWORK) || imported && name.equals("Network")) {
                    found.add(new Local(type.getSimpleName().toString(), places.apply(annotation)));
                }
            }
        }
        return super.visitClass(type, inside);
    }
}
