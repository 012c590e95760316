package dev.nacre.processor.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** The names of the classes generated for a network. */
final class GeneratedNames {
    /** In bytes, on the file systems in use. */
    static final int LONGEST_FILE_NAME = 255;

    private static final String LONGEST_ENDING = "$Workspaces.class";

    private GeneratedNames() {}

    /** @return the qualified names of all classes generated for a type */
    static List<String> of(TypeElement type) {
        String packageName = Names.packageName(type);
        List<String> simpleNames = Names.simpleNames(type);
        return List.of(network(packageName, simpleNames), qualified(packageName, simpleNames, "Predictor"));
    }

    /** @return the qualified name of the network class */
    static String network(String packageName, List<String> simpleNames) {
        return qualified(packageName, simpleNames, "Network");
    }

    /** @return whether the class, or one inside it, would need a file whose name is longer than file systems allow */
    static boolean isTooLong(String qualifiedName) {
        String file = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1) + LONGEST_ENDING;
        return file.getBytes(StandardCharsets.UTF_8).length > LONGEST_FILE_NAME;
    }

    private static String qualified(String packageName, List<String> simpleNames, String suffix) {
        String name = String.join("_", simpleNames) + suffix;
        return packageName.isEmpty() ? name : packageName + "." + name;
    }
}
