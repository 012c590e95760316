package dev.nacre.processor.source;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** What generated code, which lies in the package of its network but outside every type, can see. */
final class Visibility {
    private Visibility() {}

    /** @return the type itself, or the one around it, that hides it from a package */
    static Optional<TypeElement> hiding(TypeElement type, String fromPackage) {
        boolean samePackage = Names.packageName(type).equals(fromPackage);
        for (Element around = type; around instanceof TypeElement current; around = around.getEnclosingElement()) {
            boolean visible = samePackage ? !current.getModifiers().contains(Modifier.PRIVATE) : isPublic(current);
            if (!visible) {
                return Optional.of(current);
            }
        }
        return Optional.empty();
    }

    /** @return whether the type and all types around it are public */
    static boolean isPublicEverywhere(TypeElement type) {
        for (Element around = type; around instanceof TypeElement current; around = around.getEnclosingElement()) {
            if (!isPublic(current)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPublic(TypeElement type) {
        return type.getModifiers().contains(Modifier.PUBLIC)
                || type.getEnclosingElement().getKind().isInterface();
    }
}
