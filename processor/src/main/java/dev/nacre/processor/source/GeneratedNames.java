package dev.nacre.processor.source;

import java.util.List;
import javax.lang.model.element.TypeElement;

/** The names of the classes generated for a network. */
final class GeneratedNames {
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

    private static String qualified(String packageName, List<String> simpleNames, String suffix) {
        String name = String.join("_", simpleNames) + suffix;
        return packageName.isEmpty() ? name : packageName + "." + name;
    }
}
