package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/images.md compile: the statements one after the other, and what it says in tables and between. */
class ImagesPageTest {
    private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("`([A-Za-z]+(?:\\.[a-z]\\w*)?\\(.*?\\))`");
    private static final String IMPORTS = "import dev.nacre.annotations.*; import dev.nacre.data.*;"
            + " import dev.nacre.tensor.Shape; import dev.nacre.tensor.Tensor; import dev.nacre.training.*;"
            + " import java.io.IOException; import java.nio.file.Path;\n";

    @TempDir
    private Path folder;

    @Test
    void examplesCompile() throws IOException {
        String page = Files.readString(Path.of("../docs/images.md"));
        StringBuilder types = new StringBuilder();
        StringBuilder statements = new StringBuilder();
        Matcher examples = CODE.matcher(page);
        while (examples.find()) {
            (examples.group(1).contains("@Network") ? types : statements).append(examples.group(1));
        }
        assertEquals(
                "true",
                compiled(IMPORTS + types + "final class Page { static void page(Trainer trainer) throws IOException {\n"
                        + statements + "} }"));
    }

    /** Each call in a table, with what it is called on and what the three dots leave out. */
    @Test
    void callsInTablesCompile() throws IOException {
        List<String> calls = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("../docs/images.md"))) {
            Matcher call = CALL.matcher(line.startsWith("|") ? line : "");
            while (call.find()) {
                String code = call.group(1).replace(", ...", "");
                calls.add(code.matches("[a-z].*") ? "Augmentation.none()." + code : code);
            }
        }
        assertEquals(15, calls.size(), calls::toString);
        StringBuilder body = new StringBuilder();
        calls.forEach(call -> body.append(call).append(";\n"));
        assertEquals(
                "true",
                compiled(IMPORTS + "final class Page { static void page(Path folder, Path images, Path labels,"
                        + " byte[] bytes, int n, int vertical, int horizontal, int size, int height, int width, double p)"
                        + " throws IOException {\n" + body + "} }"));
    }

    private String compiled(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("Page.java"), text);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            boolean success = javac.getTask(
                            said,
                            files,
                            null,
                            List.of("-d", folder.toString(), "-cp", classes, "-processorpath", classes),
                            null,
                            files.getJavaFileObjects(file))
                    .call();
            return success + said.toString().strip();
        }
    }
}
