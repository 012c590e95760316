package dev.nacre.verification.conformance;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses and their gradients against PyTorch. */
class PyTorchLossTest {
    /** The cases with a test of their own. */
    static final List<String> SINGLE =
            List.of("loss/ce_none", "loss/mse_none", "loss/cosine_embedding", "loss/gaussian_nll");

    static Stream<Arguments> losses() {
        return Stream.of(
                classes("ce_mean", PyTorchLossNetworks_CrossEntropyMeanNetwork::create),
                classes("ce_sum", PyTorchLossNetworks_CrossEntropySumNetwork::create),
                classes("ce_extreme", PyTorchLossNetworks_CrossEntropyExtremeNetwork::create),
                classes("ce_ignore", PyTorchLossNetworks_CrossEntropyMeanNetwork::create),
                classes("ce_smooth0.1", PyTorchLossNetworks_Smooth01Network::create),
                classes("ce_smooth0.3", PyTorchLossNetworks_Smooth03Network::create),
                classes("ce_smooth1.0", PyTorchLossNetworks_Smooth10Network::create),
                classes("nll", PyTorchLossNetworks_LikelihoodNetwork::create),
                classes("hinge_multi", PyTorchLossNetworks_HingeMeanNetwork::create),
                numbers("bce", PyTorchLossNetworks_BinaryOfProbabilitiesNetwork::create),
                numbers("bcelogits_extreme", PyTorchLossNetworks_BinaryExtremeNetwork::create),
                numbers("soft_margin", PyTorchLossNetworks_SoftMarginMeanNetwork::create),
                numbers("mse_sum", PyTorchLossNetworks_SquaredSumNetwork::create),
                numbers("l1", PyTorchLossNetworks_AbsoluteNetwork::create),
                numbers("huber_d1.0", PyTorchLossNetworks_Huber10Network::create),
                numbers("huber_d1.5", PyTorchLossNetworks_Huber15Network::create),
                numbers("smoothl1_b1.0", PyTorchLossNetworks_Smooth1Network::create),
                numbers("kldiv_mean", PyTorchLossNetworks_DivergenceMeanNetwork::create),
                numbers("kldiv_batchmean", PyTorchLossNetworks_DivergenceBatchMeanNetwork::create),
                numbers("poisson", PyTorchLossNetworks_CountsNetwork::create));
    }

    private static Arguments classes(String name, LongFunction<Network> create) {
        return Arguments.of("loss/" + name, create, true);
    }

    private static Arguments numbers(String name, LongFunction<Network> create) {
        return Arguments.of("loss/" + name, create, false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void lossAndGradient(String name, LongFunction<Network> create, boolean classes) {
        Vectors vectors = Vectors.pytorch(name);
        Tensor x = vectors.tensor("in.x");
        Batch batch = classes ? Batch.of(x, vectors.labels("in.t")) : Batch.of(x, vectors.tensor("in.t"));
        Network network = create.apply(1);
        vectors.assertPyTorch("out.loss", network.loss(batch));
        vectors.assertPyTorch("grad.in.x", network.backward());
    }

    /** The loss of one sample is that of all in which only that one counts; the gradients come in as weights. */
    @Test
    void crossEntropyOfEachSample() {
        Vectors vectors = Vectors.pytorch("loss/ce_none");
        Tensor x = vectors.tensor("in.x");
        int[] t = vectors.labels("in.t");
        var network = PyTorchLossNetworks_CrossEntropyEachNetwork.create(1);
        float[] losses = new float[t.length];
        for (int n = 0; n < t.length; n++) {
            losses[n] = network.loss(x, t, only(n, t.length));
        }
        vectors.assertPyTorch("out.loss", losses);
        Up up = new Up(vectors.tensor("up.loss").toArray());
        network.loss(x, t, up.positive());
        float[] gradient = network.backward().toArray();
        network.loss(x, t, up.negative());
        vectors.assertPyTorch(
                "grad.in.x", up.difference(gradient, network.backward().toArray()));
    }

    @Test
    void squaredErrorOfEachElement() {
        Vectors vectors = Vectors.pytorch("loss/mse_none");
        int elements = vectors.tensor("in.x").elements();
        Tensor x = vectors.tensor("in.x").reshape(elements, 1);
        float[] t = vectors.tensor("in.t").toArray();
        var network = PyTorchLossNetworks_SquaredEachNetwork.create(1);
        float[] losses = new float[elements];
        for (int n = 0; n < elements; n++) {
            losses[n] = network.loss(x, t, only(n, elements));
        }
        vectors.assertPyTorch("out.loss", losses);
        Up up = new Up(vectors.tensor("up.loss").toArray());
        network.loss(x, t, up.positive());
        float[] gradient = network.backward().toArray();
        network.loss(x, t, up.negative());
        vectors.assertPyTorch(
                "grad.in.x", up.difference(gradient, network.backward().toArray()));
    }

    private static float[] only(int one, int count) {
        float[] weights = new float[count];
        weights[one] = 1;
        return weights;
    }

    /** Gradients that arrive, of both signs, as two sets of weights. */
    private record Up(float[] values) {
        float[] positive() {
            return part(1);
        }

        float[] negative() {
            return part(-1);
        }

        private float[] part(int sign) {
            float[] part = values.clone();
            for (int i = 0; i < part.length; i++) {
                part[i] = Math.max(0f, sign * part[i]);
            }
            return part;
        }

        float[] difference(float[] one, float[] other) {
            float[] difference = Arrays.copyOf(one, one.length);
            for (int i = 0; i < difference.length; i++) {
                difference[i] -= other[i];
            }
            return difference;
        }
    }

    @Test
    void cosineEmbedding() {
        Vectors vectors = Vectors.pytorch("loss/cosine_embedding");
        var network = PyTorchLossNetworks_CosineNetwork.create(1);
        vectors.assertPyTorch(
                "out.loss", network.loss(vectors.tensor("in.x"), vectors.tensor("in.x2"), vectors.labels("in.t")));
        vectors.assertPyTorch("grad.in.x", network.backward());
        vectors.assertPyTorch("grad.in.x2", network.x2Gradient());
    }

    @Test
    void gaussian() {
        Vectors vectors = Vectors.pytorch("loss/gaussian_nll");
        var network = PyTorchLossNetworks_GaussianNetwork.create(1);
        vectors.assertPyTorch(
                "out.loss", network.loss(vectors.tensor("in.x"), vectors.tensor("in.logvar"), vectors.tensor("in.t")));
        vectors.assertPyTorch("grad.in.x", network.backward());
        vectors.assertPyTorch("grad.in.logvar", network.logvarGradient());
    }
}
