package dev.nacre.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The Java names of one generated class: each thing of the plan has one, and no two things share one. */
final class Names {
    private final Map<String, String> fields = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** @return the generated network of a declared type */
    static ClassName network(String packageName, List<String> simpleNames) {
        return ClassName.get(packageName, String.join("_", simpleNames) + "Network");
    }

    /** @return the generated predictor of a declared type */
    static ClassName predictor(String packageName, List<String> simpleNames) {
        return ClassName.get(packageName, String.join("_", simpleNames) + "Predictor");
    }

    static ClassName type(String packageName, List<String> simpleNames) {
        ClassName name = ClassName.get(packageName, simpleNames.get(0));
        for (String nested : simpleNames.subList(1, simpleNames.size())) {
            name = name.nestedClass(nested);
        }
        return name;
    }

    static ClassName declared(Declarations.Network network) {
        return type(network.packageName(), network.simpleNames());
    }

    /** Takes a name for something that the generated class always has. */
    void reserve(String name) {
        taken.add(name);
    }

    /** @return the field of a thing, {@code hidden1.dense.running_mean -> hidden1DenseRunningMean} */
    String field(String thing) {
        return field(thing, camel(thing));
    }

    String field(String thing, String suggestion) {
        return fields.computeIfAbsent(thing, key -> unique(suggestion));
    }

    /** {@code tied}, {@code tied2}, {@code tied3}, and {@code buffer1_2}; words of Java get an underscore. */
    private String unique(String suggestion) {
        String free = new NameAllocator().newName(suggestion);
        String joint = Character.isDigit(free.charAt(free.length() - 1)) ? "_" : "";
        String candidate = free;
        for (int number = 2; !taken.add(candidate); number++) {
            candidate = free + joint + number;
        }
        return candidate;
    }

    /** @return the words of a name joined in camel case, the first in lower case */
    static String camel(String name) {
        StringBuilder joined = new StringBuilder();
        for (String word : name.split("[^A-Za-z0-9$]+")) {
            if (!word.isEmpty()) {
                if (Character.isDigit(word.charAt(0))
                        && joined.length() > 0
                        && Character.isDigit(joined.charAt(joined.length() - 1))) {
                    // stage1.10 is stage1_10, and not the tenth of stage.
                    joined.append('_');
                }
                joined.append(joined.length() == 0 ? lower(word) : upper(word));
            }
        }
        return joined.length() == 0 ? "value" : joined.toString();
    }

    /** @return the words of a text joined in camel case, each as it is but for its first letter */
    static String joined(String text) {
        String[] words = text.split(" ");
        StringBuilder joined = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            joined.append(upper(words[i]));
        }
        return joined.toString();
    }

    static String upper(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    static String lower(String word) {
        return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }

    /** @return a constant's name, {@code hiddenLayer -> HIDDEN_LAYER} */
    static String constant(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    /** @return a local variable's name for a value, before clashes are resolved */
    static String local(Value value) {
        String name = camel(value.name());
        return value.kind() == Value.Kind.GRADIENT ? name + "Gradient" : name;
    }
}
