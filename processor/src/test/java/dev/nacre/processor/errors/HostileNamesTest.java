package dev.nacre.processor.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of packages and of types in them that generated code has to live with. */
class HostileNamesTest {
    private static final String NET =
            "@Network interface Net { @Dense(3) @BatchNorm @ReLU @Dropout(0.1) Tensor hidden(@In(4) Tensor image); "
                    + "@Dense(2) Tensor logits(Tensor hidden); @CrossEntropy Loss loss(Tensor logits, Label label); }";

    private static JavaFileObject source(String packageName, String type, String text) {
        return MemoryCompiler.source(
                packageName.replace('.', '/') + "/" + type, "package " + packageName + "; " + Fixture.IMPORTS + text);
    }

    private static List<String> errors(JavaFileObject... sources) {
        return MemoryCompiler.compile(List.of(sources)).errors().stream()
                .map(error -> error.getSource().getName() + ":" + error.getColumnNumber() + ": "
                        + error.getMessage(Locale.ROOT))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Float",
                "IllegalArgumentException",
                "IllegalStateException",
                "Integer",
                "Math",
                "Override",
                "String",
                "SuppressWarnings",
                "System",
                "ThreadLocal"
            })
    void typesOfThePackageHideThoseOfJavaLang(String name) {
        List<String> errors =
                errors(source("app", "Net", "\n" + NET), source("app", name, "public class " + name + " {}"));
        assertEquals(
                List.of("/app/Net.java:10: the generated class of Net names java.lang." + name + ", which " + name
                        + " of its package hides; choose another name for " + name + ", or another package for Net"),
                errors);
    }

    /** What generated code imports hides what its package has. */
    @Test
    void typesOfThePackageWithTheNamesOfImportedOnesDoNoHarm() {
        List<JavaFileObject> sources = new ArrayList<>(List.of(source("app", "Net", NET)));
        Stream.of("Kernels", "Shape", "Mode", "Parameters", "List", "Map", "Path", "Arrays", "Result", "Object", "Plan")
                .forEach(name -> sources.add(source("app", name, "class " + name + " {}")));
        assertEquals(List.of(), errors(sources.toArray(JavaFileObject[]::new)));
    }

    @Test
    void typesOfTheUsersOwnWithTheNamesOfImportedOnes() {
        assertEquals(
                List.of(),
                errors(
                        source(
                                "app",
                                "Net",
                                "@Network interface Net { @Dense Tensor logits(@In Shape shape); "
                                        + "@CrossEntropy Loss loss(Tensor logits, Mode truth); }"),
                        source("app", "Shape", "record Shape(float width, Mode as) {}"),
                        source("app", "Mode", "enum Mode { FAST, SLOW }")));
    }

    /** What generated classes call their own fields and locals. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "buffer1",
                "buffer2",
                "elements",
                "HIDDEN_SHAPE",
                "imageGradient",
                "imageRow",
                "labelOrdinals",
                "logitsResult",
                "probabilities",
                "sum0",
                "unmasked",
                "x0"
            })
    void valuesWithTheNamesOfFieldsAndLocals(String name) {
        String large = NET.replace("(4)", "(400)").replace("Dense(3)", "Dense(30)");
        String typed =
                "@Network interface Net { enum Kind { A, B, C } record Point(@Standardize float x, Kind kind) {} "
                        + "@Concat @Dense(40) @ELU @Dropout(0.1) Tensor hidden(@In Point image, @In Point other); "
                        + "@Add @Dense Tensor logits(Tensor hidden, @Dense(40) Point image); "
                        + "@CrossEntropy Loss loss(Tensor logits, Kind label); }";
        List<JavaFileObject> sources = new ArrayList<>();
        for (String network : List.of(NET, large, typed)) {
            for (String value : List.of("image", "other", "hidden", "logits", "label")) {
                String renamed = network.replaceAll("\\b" + value + "\\b", name);
                boolean hasIt = !renamed.equals(network);
                // A method of its parameter is generated.
                if (hasIt && (!name.equals("probabilities") || value.equals("image"))) {
                    sources.add(source("app" + sources.size(), "Net", renamed));
                }
            }
        }
        assertEquals(List.of(), errors(sources.toArray(JavaFileObject[]::new)));
    }

    /** The network inherits its nested types, and they hide what is imported. */
    @Test
    void twoTypesOfOneName() {
        List<String> errors = errors(
                source(
                        "app",
                        "Net",
                        "\n@Network interface Net { enum Colour { RED, GREEN } @Dense Tensor a(@In(3) Tensor image); "
                                + "@CrossEntropy Loss one(Tensor a, Colour colour); @Dense Tensor b(Tensor image); "
                                + "@CrossEntropy Loss two(Tensor b, paint.Colour paint); }"),
                source("paint", "Colour", "public enum Colour { CYAN, MAGENTA, YELLOW }"));
        assertEquals(
                List.of(
                        "/app/Net.java:26: Net.Colour hides the type Colour that the generated class names, which inherits"
                                + " it; choose another name, or move it out"),
                errors);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dev", "dev.nacre", "dev.nacre.network", "kernels", "run.batch", "java.lang_", "String_", "π"})
    void packages(String name) {
        String text =
                name.equals("dev.nacre.network") ? NET.replace("@Network", "@dev.nacre.annotations.Network") : NET;
        assertEquals(List.of(), errors(source(name, "Net", text)));
    }

    @Test
    void namesThatDifferInTheirCaseAlone() {
        assertEquals(
                List.of(),
                errors(
                        source("app", "Net", NET),
                        source("app", "NET", NET.replace("interface Net", "interface NET")),
                        source("app", "net", NET.replace("interface Net", "interface net"))));
    }

    @Test
    void generatedClassesAreReportedEachOnce() {
        List<String> errors = errors(
                source("app", "Net", "\n" + NET),
                source("app", "NetNetwork", "\n" + NET.replace("interface Net", "interface NetNetwork")));
        assertEquals(
                List.of("/app/Net.java:10: the generated class of Net is NetNetwork, and a class of this name exists"
                        + " already; rename one of them"),
                errors);
    }

    @Test
    void veryManyConstants() {
        StringBuilder constants = new StringBuilder("enum Word { ");
        for (int i = 0; i < 2000; i++) {
            constants.append("word").append(i).append(", ");
        }
        MemoryCompiler.Outcome outcome = MemoryCompiler.compile(List.of(
                source(
                        "app",
                        "Net",
                        "@Network interface Net { @Dense Tensor logits(@In Pair pair); "
                                + "@CrossEntropy Loss loss(Tensor logits, Word next); }"),
                source("app", "Pair", "record Pair(Word first, Word second) {}"),
                source("app", "Word", constants + "}")));
        assertTrue(outcome.success(), () -> outcome.errors().toString());
    }
}
