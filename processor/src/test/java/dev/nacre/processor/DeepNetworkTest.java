package dev.nacre.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationSubject;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.optimizer.Adam;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.tensor.Tensor;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks of hundreds of blocks: every method stays where HotSpot compiles it, and they train. */
class DeepNetworkTest {
    private static final int LIMIT = 6000;

    @ParameterizedTest
    @ValueSource(ints = {200, 600})
    void blocks(int depth) throws Exception {
        StringBuilder source = header();
        source.append("@Dense(8) Tensor block0(@In(4) Tensor x);\n");
        for (int i = 1; i <= depth; i++) {
            source.append("@Dense(8) @BatchNorm @Tanh @Dropout(0.01) Tensor inner")
                    .append(i);
            source.append("(Tensor block").append(i - 1).append(");\n");
            source.append("@Add Tensor block").append(i).append("(Tensor inner").append(i);
            source.append(", Tensor block").append(i - 1).append(");\n");
        }
        source.append("@Dense(2) Tensor logits(Tensor block").append(depth).append(");\n");
        source.append("@CrossEntropy Loss loss(Tensor logits, Label label);\n}\n");
        trains(compiled(source.toString()), 4);
    }

    @Test
    void stack() throws Exception {
        StringBuilder source = new StringBuilder("import dev.nacre.annotations.*;\n@Network @In(4)\n");
        for (int i = 0; i < 100; i++) {
            source.append("@Dense(16) @ReLU @Dropout(0.01)\n");
        }
        source.append("@Dense(2) @CrossEntropy public interface Deep {}\n");
        trains(compiled(source.toString()), 4);
    }

    @Test
    void repetition() throws Exception {
        StringBuilder source = header();
        source.append("@Use(Part.class) @Repeat(200) Tensor parts(@In(8) Tensor x);\n");
        source.append("@Dense(2) Tensor logits(Tensor parts);\n");
        source.append("@CrossEntropy Loss loss(Tensor logits, Label label);\n}\n");
        source.append("@Network interface Part { @Dense(8) @Tanh Tensor inner(@In(8) Tensor x);\n");
        source.append("@Add Tensor out(Tensor inner, Tensor x); }\n");
        trains(compiled(source.toString()), 8);
    }

    /** 110 layers: one class for each repeated block, and no block's steps anywhere else. */
    @Test
    void residual() throws IOException {
        String conv = "@Conv2d(kernel = 3, padding = 1, bias = false) @BatchNorm ";
        StringBuilder source = header();
        source.append(
                "@Conv2d(value = 16, kernel = 3, padding = 1) @BatchNorm @ReLU Tensor stem(@In({3, 32, 32}) Tensor x);\n");
        source.append("@Use(A.class) @Repeat(18) Tensor stage1(Tensor stem);\n");
        source.append(halving(32, "stage1", "half"));
        source.append("@Use(B.class) @Repeat(17) Tensor stage2(Tensor half);\n");
        source.append(halving(64, "stage2", "quarter"));
        source.append("@Use(C.class) @Repeat(17) Tensor stage3(Tensor quarter);\n");
        source.append("@Flatten @Dense(10) Tensor logits(Tensor stage3);\n");
        source.append("@CrossEntropy Loss loss(Tensor logits, Label label);\n}\n");
        source.append("interface Residual { " + conv + "@ReLU Tensor inner(Tensor x);\n");
        source.append(conv + "Tensor outer(Tensor inner);\n@Add @ReLU Tensor out(Tensor outer, Tensor x); }\n");
        source.append("@Network @In({16, 32, 32}) interface A extends Residual {}\n");
        source.append("@Network @In({32, 16, 16}) interface B extends Residual {}\n");
        source.append("@Network @In({64, 8, 8}) interface C extends Residual {}\n");
        Map<String, byte[]> classes = compiled(source.toString());
        assertEquals(
                List.of("ANetwork", "BNetwork", "CNetwork", "DeepNetwork"),
                classes.keySet().stream()
                        .filter(name -> name.endsWith("Network"))
                        .sorted()
                        .toList());
    }

    private static String halving(int channels, String from, String to) {
        String first = "@Conv2d(value = " + channels + ", kernel = 3, stride = 2, padding = 1) @BatchNorm ";
        return first + "@ReLU Tensor first" + channels + "(Tensor " + from + ");\n"
                + "@Conv2d(kernel = 3, padding = 1) @BatchNorm Tensor second" + channels + "(Tensor first" + channels
                + ");\n@Add @ReLU Tensor " + to + "(Tensor second" + channels + ", @Conv2d(value = " + channels
                + ", kernel = 1, stride = 2) @BatchNorm Tensor " + from + ");\n";
    }

    /** Constraints are set and penalties added up in parts. */
    @Test
    void weights() throws Exception {
        String source =
                header().toString().replace("@Network", "@Network @L2(1e-5) @L1(1e-6) @NonNegative @MaxNorm(3)");
        StringBuilder blocks = new StringBuilder("@Dense(8) Tensor block0(@In(4) Tensor x);\n");
        for (int i = 1; i <= 300; i++) {
            blocks.append("@Add @Dense(8) @BatchNorm ")
                    .append(i % 3 == 0 ? "@Frozen " : "")
                    .append("@Tanh ");
            blocks.append("Tensor block" + i + "(Tensor block" + (i - 1) + ", @Dense(8) Tensor x);\n");
        }
        blocks.append("@Dense(2) Tensor logits(Tensor block300);\n");
        trains(compiled(source + blocks + "@CrossEntropy Loss loss(Tensor logits, Label label);\n}\n"), 4);
    }

    private static StringBuilder header() {
        return new StringBuilder(
                "import dev.nacre.annotations.*;\nimport dev.nacre.annotations.Network;\nimport dev.nacre.network.*;\n"
                        + "import dev.nacre.tensor.Tensor;\n@Network public interface Deep {\n");
    }

    private static Map<String, byte[]> compiled(String source) throws IOException {
        Compilation compilation = Compiler.javac()
                .withProcessors(new NacreProcessor())
                .compile(JavaFileObjects.forSourceString("Deep", source));
        CompilationSubject.assertThat(compilation).succeeded();
        Map<String, byte[]> classes = new HashMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                byte[] bytes = file.openInputStream().readAllBytes();
                String path = file.toUri().getPath();
                String name = path.substring(path.lastIndexOf('/') + 1).replace(".class", "");
                classes.put(name, bytes);
                MethodSizes.of(bytes)
                        .forEach((method, size) -> assertTrue(size < LIMIT, name + "." + method + " has " + size));
            }
        }
        return classes;
    }

    private static void trains(Map<String, byte[]> classes, int width) throws Exception {
        ClassLoader loader = new ClassLoader(DeepNetworkTest.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        Network net = (Network)
                loader.loadClass("DeepNetwork").getMethod("create", long.class).invoke(null, 1L);
        float[] x = new float[8 * width];
        Stream.iterate(0, i -> i + 1).limit(x.length).forEach(i -> x[i] = (float) Math.sin(i));
        Batch batch = Batch.of(Tensor.of(x, 8, width), new int[] {0, 1, 1, 0, 1, 0, 0, 1});
        Optimizer optimizer = Adam.of(0.003f).over(net.parameters());
        float first = net.loss(batch);
        for (int i = 0; i < 30; i++) {
            net.loss(batch);
            net.backpropagate();
            optimizer.step();
        }
        float last = net.loss(batch);
        assertTrue(last < first && Float.isFinite(last), first + " -> " + last);
    }
}
