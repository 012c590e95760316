package dev.nacre.verification.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import dev.nacre.tensor.Tensor;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;

/** Runs a generated network on a case of PyTorch's; parameters are told as PyTorch's name to ours. */
final class PyTorchCase {
    private PyTorchCase() {}

    /** Compares the output, the input's gradient, all parameters' gradients and all statistics afterwards. */
    static void trains(String name, LongFunction<Network> create, Map<String, String> parameters) {
        Vectors vectors = Vectors.pytorch(name);
        Network network = create.apply(1).train();
        Set<String> state = set(network, vectors, parameters);
        Tensor output = network.forward(Batch.of(vectors.tensor("in.x")));
        vectors.assertPyTorch("out.y", output);
        Tensor gradient = network.backward(vectors.tensor("up.y"));
        vectors.assertPyTorch("grad.in.x", gradient);
        parameters.forEach((theirs, ours) -> vectors.assertPyTorch("grad." + theirs, gradient(network, ours)));
        assertStatistics(network, vectors, state);
    }

    /** Compares the output and the statistics, which stay. */
    static void evaluates(String name, LongFunction<Network> create, Map<String, String> parameters) {
        Vectors vectors = Vectors.pytorch(name);
        Network network = create.apply(1).eval();
        Set<String> state = set(network, vectors, parameters);
        vectors.assertPyTorch("out.y", network.forward(Batch.of(vectors.tensor("in.x"))));
        assertStatistics(network, vectors, state);
    }

    /** Compares the loss against class indices, and the gradient of the logits. */
    static void classifies(String name, LongFunction<Network> create) {
        Vectors vectors = Vectors.pytorch(name);
        Network network = create.apply(1).train();
        Tensor x = vectors.tensor("in.x");
        vectors.assertPyTorch("out.loss", network.loss(Batch.of(x, vectors.labels("in.t"))));
        vectors.assertPyTorch("grad.in.x", network.backward());
    }

    /** Copies parameters and statistics in, and makes sure that both sides have the same. */
    static Set<String> set(Network network, Vectors vectors, Map<String, String> parameters) {
        Set<String> rest = new HashSet<>(network.state().keySet());
        parameters.forEach((theirs, ours) -> {
            copy(vectors.tensor("param." + theirs), network.state().get(ours));
            rest.remove(ours);
        });
        for (String statistic : rest) {
            copy(vectors.tensor("buf." + role(statistic)), network.state().get(statistic));
        }
        return rest;
    }

    private static void assertStatistics(Network network, Vectors vectors, Set<String> statistics) {
        assertEquals(vectors.has("after.running_mean") ? 2 : 0, statistics.size());
        statistics.forEach(name ->
                vectors.assertPyTorch("after." + role(name), network.state().get(name)));
    }

    private static String role(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    static void copy(Tensor from, Tensor to) {
        assertEquals(from.elements(), to.elements());
        System.arraycopy(from.data(), 0, to.data(), 0, from.elements());
    }

    static Tensor gradient(Network network, String name) {
        return network.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::gradient)
                .findFirst()
                .orElseThrow();
    }
}
