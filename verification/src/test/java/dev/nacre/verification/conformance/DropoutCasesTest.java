package dev.nacre.verification.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PyTorch's and ONNX' cases of the layers that drop, each run by name here or elsewhere, or listed with the reason why not. */
class DropoutCasesTest {
    private static final Set<String> ELSEWHERE = Set.of(
            "dropout/element_p0.1",
            "dropout/element_p0.75",
            "dropout/exact_enum_d8_p0.5",
            "dropout/exact_enum_hidden_d10_p0.5",
            "node/dropout_default",
            "node/dropout_default_old",
            "node/dropout_default_ratio",
            "node/dropout_random_old");

    private static final String PATH = "dropout/droppath_p0.25";

    static Stream<Arguments> alpha() {
        return Stream.of(
                arguments("dropout/alpha_p0.1", DropoutNetworks_Alpha10Network::create),
                arguments("dropout/alpha_p0.5", DropoutNetworks_Alpha50Network::create));
    }

    static Stream<Arguments> training() {
        return Stream.of(
                arguments("node/training_dropout", DropoutNetworks_Onnx75Network::create),
                arguments("node/training_dropout_default", DropoutNetworks_Onnx50Network::create),
                arguments("node/training_dropout_default_mask", DropoutNetworks_Onnx50Network::create),
                arguments("node/training_dropout_zero_ratio", DropoutNetworks_Onnx0Network::create));
    }

    static Stream<Arguments> evaluation() {
        return Stream.of(
                arguments("node/dropout_default_mask", DropoutNetworks_Onnx50Network::create),
                arguments("node/dropout_default_mask_ratio", DropoutNetworks_Onnx50Network::create));
    }

    private static Arguments arguments(String name, LongFunction<Network> create) {
        return Arguments.of(name, create);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alpha")
    void dropsToTheLimitOfSelu(String name, LongFunction<Network> create) {
        Vectors vectors = Vectors.pytorch(name);
        Network network = create.apply(1).train();
        Tensor x = vectors.tensor("in.x");
        Tensor y = network.forward(Batch.of(x));
        ForcedMask.apply(network, "y", "AlphaDropout", keep(vectors.tensor("mask.m"), 1), x, y.data());
        vectors.assertPyTorch("out.y", y);
        vectors.assertPyTorch("grad.in.x", network.backward(vectors.tensor("up.y")));
    }

    /** The mask lies on the parameter of the sum, so the block is run again with both of its values. */
    @Test
    void dropsBranchesOfSamples() {
        Vectors vectors = Vectors.pytorch(PATH);
        DropoutNetworks_Path25Network network = DropoutNetworks_Path25Network.create(1);
        Map.of("weight", "branch.dense.weight", "bias", "branch.dense.bias")
                .forEach((theirs, ours) -> PyTorchCase.copy(
                        vectors.tensor("param." + theirs), network.state().get(ours)));
        Tensor x = vectors.tensor("in.x");
        Tensor y = network.train().forward(x);
        Tensor branch = network.eval().branch(x);
        network.train().forward(x);
        ForcedMask.force(network, "yBranchDropPathMask", keep(vectors.tensor("mask.m"), 4));
        ForcedMask.run(network, "y", branch.data(), x.data(), y.data(), 6);
        vectors.assertPyTorch("out.y", y);
        vectors.assertPyTorch("grad.in.x", network.backward(vectors.tensor("up.y")));
        vectors.assertPyTorch("grad.weight", network.parameters().get(0).gradient());
        vectors.assertPyTorch("grad.bias", network.parameters().get(1).gradient());
    }

    /** ONNX publishes what its random numbers gave: what is not zero was kept. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("training")
    void dropsElements(String name, LongFunction<Network> create) {
        Vectors vectors = Vectors.onnx(name);
        Network network = create.apply(1).train();
        Tensor x = vectors.tensor("in.x");
        Tensor y = network.forward(Batch.of(x));
        boolean[] keep = keep(vectors.tensor("out.y"), 1);
        ForcedMask.apply(network, "y", "Dropout", keep, x, y.data());
        vectors.assertOnnx("out.y", y.toArray());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("evaluation")
    void evaluates(String name, LongFunction<Network> create) {
        Vectors vectors = Vectors.onnx(name);
        vectors.assertOnnx(
                "out.y",
                create.apply(1).eval().forward(Batch.of(vectors.tensor("in.x"))).toArray());
    }

    private static boolean[] keep(Tensor mask, int times) {
        float[] values = mask.toArray();
        boolean[] keep = new boolean[values.length * times];
        for (int i = 0; i < keep.length; i++) {
            keep[i] = values[i / times] != 0;
        }
        return keep;
    }

    @Test
    void everyCaseIsRunOrListed() throws IOException {
        Set<String> published = new TreeSet<>();
        for (List<String> row : table("pytorch/index.tsv")) {
            if (row.get(1).startsWith("dropout/")) {
                published.add(row.get(1));
            }
        }
        for (List<String> row : table("onnx/index.tsv")) {
            if (row.get(1).equals("Dropout")) {
                published.add(row.get(2));
            }
        }
        Set<String> covered = new TreeSet<>(ELSEWHERE);
        covered.add(PATH);
        Stream.of(alpha(), training(), evaluation())
                .flatMap(some -> some)
                .forEach(arguments -> covered.add((String) arguments.get()[0]));
        for (List<String> row : table("dropout-listed.tsv")) {
            assertTrue(covered.add(row.get(0)), "run and listed: " + row.get(0));
            assertTrue(row.get(1).length() > 10, row.get(0));
        }
        assertEquals(published, covered);
    }

    /** The rows of a table in the resources, without its heading. */
    private static List<List<String>> table(String name) throws IOException {
        try (InputStream in = DropoutCasesTest.class.getResourceAsStream("/conformance/" + name)) {
            List<List<String>> rows = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> rows.add(List.of(line.split("\t", -1))));
            return rows;
        }
    }
}
