package dev.nacre.verification.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/** Every published case of dense layers, convolutions, norms, merges and shapes is run by name, or listed with the reason why not. */
class LayerCoverageTest {
    private static final Set<String> KINDS = Set.of("conv", "dense", "norm", "merge");
    private static final Set<String> OPERATIONS = Set.of(
            "Add",
            "Concat",
            "Conv",
            "ConvTranspose",
            "Div",
            "Flatten",
            "Gemm",
            "InstanceNormalization",
            "LRN",
            "LayerNormalization",
            "MatMul",
            "Max",
            "Mean",
            "Mul",
            "Reshape",
            "Slice",
            "Split",
            "Squeeze",
            "Sub",
            "Sum",
            "Transpose",
            "Unsqueeze");

    @Test
    void pytorch() throws IOException {
        Set<String> published = new TreeSet<>();
        for (List<String> row : table("pytorch/index.tsv")) {
            if (KINDS.contains(row.get(1).split("/", -1)[0])) {
                published.add(row.get(1));
            }
        }
        Set<String> run = names(
                PyTorchTest.trained(),
                PyTorchTest.evaluated(),
                PyTorchLayersTest.norms(),
                ConvolutionConformanceTest.pytorch(),
                ChannelNormCasesTest.pytorch());
        run.addAll(List.of("dense/bilinear", "merge/shared_weights", "merge/upsample_nearest2"));
        run.retainAll(published);
        assertCovered(published, run, "pytorch-layers-listed.tsv");
    }

    @Test
    void onnx() throws IOException {
        Set<String> published = new TreeSet<>();
        for (List<String> row : table("onnx/index.tsv")) {
            if (OPERATIONS.contains(row.get(1))) {
                published.add(row.get(2));
            }
        }
        Set<String> run = names(
                OnnxTest.evaluated(),
                OnnxTest.products(),
                OnnxTest.weighted(),
                OnnxLayersTest.batches(),
                OnnxLayersTest.samples(),
                ConvolutionConformanceTest.onnx(),
                ChannelNormCasesTest.onnx());
        run.addAll(OnnxLayersTest.others());
        run.addAll(List.of("simple/gradient_of_add", "simple/gradient_of_add_and_mul"));
        run.retainAll(published);
        assertCovered(published, run, "onnx-layers-listed.tsv");
    }

    private static void assertCovered(Set<String> published, Set<String> run, String list) throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (List<String> row : table(list)) {
            assertFalse(row.get(1).isBlank(), row.get(0));
            listed.put(row.get(0), row.get(1));
        }
        assertFalse(published.isEmpty());
        Set<String> both = new TreeSet<>(run);
        both.retainAll(listed.keySet());
        assertEquals(Set.of(), both, "run and listed");
        Set<String> covered = new TreeSet<>(run);
        covered.addAll(listed.keySet());
        assertEquals(published, covered);
    }

    @SafeVarargs
    private static Set<String> names(Stream<Arguments>... cases) {
        Set<String> names = new TreeSet<>();
        for (Stream<Arguments> some : cases) {
            some.forEach(arguments -> names.add((String) arguments.get()[0]));
        }
        return names;
    }

    /** The rows of a table in the resources, without its heading. */
    static List<List<String>> table(String name) throws IOException {
        try (InputStream in = LayerCoverageTest.class.getResourceAsStream("/conformance/" + name)) {
            List<List<String>> rows = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> rows.add(List.of(line.split("\t", -1))));
            return rows;
        }
    }
}
