package dev.nacre.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.processor.errors.MemoryCompiler;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The language reference is whole and true: every annotation, every option, examples that compile, errors that come. */
class LanguageReferenceTest {
    private static final Path REFERENCE = Path.of("../docs/language");
    private static final Path ANNOTATIONS = Path.of("../annotations/src/main/java/dev/nacre/annotations");
    private static final String IMPORTS = "import dev.nacre.annotations.*; import dev.nacre.tensor.Tensor; "
            + "import dev.nacre.network.Label; import dev.nacre.network.Loss; import dev.nacre.network.Target; "
            + "import dev.nacre.network.SampleWeights; ";

    static List<Section> sections() throws IOException {
        List<Section> sections = new ArrayList<>();
        try (Stream<Path> pages = Files.list(REFERENCE)) {
            for (Path page : pages.sorted().toList()) {
                sections.addAll(Section.of(Files.readAllLines(page)));
            }
        }
        return sections;
    }

    @Test
    void everyAnnotationHasItsSectionOnce() throws IOException, ReflectiveOperationException {
        List<String> annotations = new ArrayList<>();
        try (Stream<Path> files = Files.list(ANNOTATIONS)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                if (!name.equals("package-info") && annotation(name).isAnnotation()) {
                    annotations.add(name);
                }
            }
        }
        List<String> described = sections().stream().map(Section::name).toList();
        assertEquals(described.size(), new TreeSet<>(described).size(), () -> "described twice: " + described);
        assertEquals(new TreeSet<>(annotations), new TreeSet<>(described));
    }

    /** The index names every annotation, with a link to its section. */
    @Test
    void theIndexLeadsToEverySection() throws IOException {
        String index = Files.readString(REFERENCE.resolve("README.md"));
        for (Section section : sections()) {
            assertTrue(
                    index.contains("[`@" + section.name() + "`](")
                            && index.contains("#" + section.name().toLowerCase(Locale.ROOT) + ")"),
                    section.name());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sections")
    void optionsAndDefaultsAreTheAnnotations(Section section) throws ReflectiveOperationException {
        Map<String, String> options = new TreeMap<>();
        for (Method option : annotation(section.name()).getDeclaredMethods()) {
            options.put(option.getName(), text(option.getDefaultValue()));
        }
        assertEquals(options, new TreeMap<>(section.options()));
        assertTrue(section.says("Shapes"), "tells no shapes");
    }

    private static Class<?> annotation(String name) throws ClassNotFoundException {
        return Class.forName("dev.nacre.annotations." + name);
    }

    private static String text(Object value) {
        if (value == null) {
            return "required";
        }
        if (value.getClass().isArray()) {
            List<String> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(text(Array.get(value, i)));
            }
            return "{" + String.join(", ", elements) + "}";
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e6) {
            return String.valueOf(number.longValue());
        }
        return value instanceof String string ? "\"" + string + "\"" : value.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sections")
    void examplesCompile(Section section) {
        assertFalse(section.examples().isEmpty(), "has no example");
        for (String example : section.examples()) {
            MemoryCompiler.Outcome outcome = compile(example);
            assertTrue(outcome.success(), () -> example + outcome.errors());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sections")
    void errorsAreThoseThatCome(Section section) {
        Map<String, String> told = section.errors();
        assertTrue(!told.isEmpty() || section.says("Errors"), "tells no errors");
        Map<String, String> found = new TreeMap<>();
        told.keySet()
                .forEach(wrong -> found.put(
                        wrong,
                        compile(wrong).errors().stream()
                                .map(error -> error.getMessage(Locale.ROOT)
                                        .lines()
                                        .findFirst()
                                        .orElse(""))
                                .findFirst()
                                .orElse("compiles")));
        assertEquals(new TreeMap<>(told), found);
    }

    /** A file as it is; blocks in a network of their own; or layers on a block. */
    static MemoryCompiler.Outcome compile(String code) {
        String text = code.strip();
        String unit;
        if (text.contains("@Network") || text.contains("@Stack")) {
            unit = text;
        } else if (text.endsWith(";")) {
            unit = "@Network interface Example { " + text + " }";
        } else {
            unit = "@Network interface Example { " + text + " Tensor y(@In(4) Tensor x); }";
        }
        return MemoryCompiler.compile(List.of(MemoryCompiler.source("Example", IMPORTS + unit)));
    }
}
