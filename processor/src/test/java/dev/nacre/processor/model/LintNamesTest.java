package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every lint has a name that can be silenced, a line in the documentation, and a fixture. */
class LintNamesTest {
    private static final Pattern USED = Pattern.compile(
            "(?:\\blint|\\bsilence)\\(\\s*(?:\"([a-z-]+)\"|LintNames\\.([A-Z_]+))|suppressed\\(\\)\\.contains\\(\"([a-z-]+)\"");

    @Test
    void whatIsReportedCanBeSilenced() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                USED.matcher(Files.readString(file)).results().forEach(match -> {
                    String name = match.group(1) != null ? match.group(1) : match.group(3);
                    used.add(
                            name != null
                                    ? name
                                    : match.group(2)
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replace('_', '-'));
                });
            }
        }
        assertTrue(used.size() > 15, used::toString);
        used.removeAll(LintNames.NAMES);
        assertEquals(new TreeSet<>(), used);
    }

    @Test
    void namesAreSorted() {
        assertEquals(List.copyOf(new TreeSet<>(LintNames.NAMES)), LintNames.NAMES);
    }

    @Test
    void eachIsDocumented() throws IOException {
        String page = Files.readString(Path.of("../docs/lints.md"));
        for (String name : LintNames.NAMES) {
            assertTrue(page.contains("| `" + name + "` |"), name);
        }
        assertEquals(
                LintNames.NAMES.size(),
                page.lines().filter(line -> line.startsWith("| `")).count());
    }
}
