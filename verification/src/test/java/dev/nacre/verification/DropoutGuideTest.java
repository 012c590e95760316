package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
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

/** The examples of docs/dropout.md compile and run, in order. */
class DropoutGuideTest {
    private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final String IMPORTS = "import dev.nacre.annotations.*; import dev.nacre.data.Dataset;"
            + " import dev.nacre.network.Batch; import dev.nacre.network.Label; import dev.nacre.network.Loss;"
            + " import dev.nacre.network.MonteCarlo; import dev.nacre.network.SubNetworks;"
            + " import dev.nacre.optimizer.Sgd; import dev.nacre.tensor.Tensor;"
            + " import dev.nacre.training.DropoutSchedule; import dev.nacre.training.Trainer; import java.util.Arrays;\n";

    @TempDir
    private Path folder;

    @Test
    void examplesCompileAndRun() throws IOException, ReflectiveOperationException {
        List<String> examples = new ArrayList<>();
        Matcher matcher = CODE.matcher(Files.readString(Path.of("../docs/dropout.md")));
        while (matcher.find()) {
            examples.add(matcher.group(1));
        }
        assertTrue(examples.size() > 5, "examples");
        StringBuilder guide = new StringBuilder(IMPORTS + "public final class Guide {\n");
        for (int i = 1; i < examples.size(); i++) {
            guide.append("static void part" + i + "(DigitsNetwork net, Tensor x, int[] labels, Dataset data) {\n"
                    + examples.get(i) + "}\n");
        }
        guide.append("public static void run() { DigitsNetwork net = DigitsNetwork.create(1);"
                + " Tensor x = Tensor.zeros(5, 8); for (int i = 0; i < 40; i++) { x.data()[i] = i % 7 - 3; }"
                + " int[] labels = {0, 1, 2, 0, 1}; Dataset data = Dataset.of(x, labels);\n");
        for (int i = 1; i < examples.size(); i++) {
            guide.append("part" + i + "(net, x, labels, data);\n");
        }
        compile(IMPORTS + examples.get(0), guide.append("} }").toString());
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, DropoutGuideTest.class.getClassLoader())) {
            loader.setDefaultAssertionStatus(true);
            loader.loadClass("Guide").getMethod("run").invoke(null);
        }
    }

    private void compile(String network, String guide) throws IOException {
        Path first = Files.writeString(folder.resolve("Digits.java"), network);
        Path second = Files.writeString(folder.resolve("Guide.java"), guide);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        java.io.StringWriter said = new java.io.StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            boolean success = javac.getTask(
                            said,
                            files,
                            null,
                            List.of("-d", folder.toString(), "-cp", classes, "-processorpath", classes),
                            null,
                            files.getJavaFileObjects(first, second))
                    .call();
            assertEquals("true", success + said.toString().strip());
        }
    }
}
