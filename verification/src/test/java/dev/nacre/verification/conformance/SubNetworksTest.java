package dev.nacre.verification.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.network.SubNetworks;
import dev.nacre.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The ensemble of sub-networks, against PyTorch's sums over all masks and against sub-networks made by hand. */
class SubNetworksTest {
    @Test
    void dropoutOfTheInput() {
        compare(
                "dropout/exact_enum_d8_p0.5",
                SubNetworkNetworks_OneSoftmaxNetwork.create(1),
                8,
                Map.of("W", "logits.dense.weight", "b", "logits.dense.bias"));
    }

    @Test
    void dropoutOfAHiddenLayer() {
        compare(
                "dropout/exact_enum_hidden_d10_p0.5",
                SubNetworkNetworks_OfHiddenNetwork.create(1),
                10,
                Map.of(
                        "V", "dropped.dense.weight",
                        "c", "dropped.dense.bias",
                        "W", "logits.dense.weight",
                        "b", "logits.dense.bias"));
    }

    private static void compare(String name, Network net, int units, Map<String, String> parameters) {
        Vectors vectors = Vectors.pytorch(name);
        parameters.forEach((theirs, ours) ->
                PyTorchCase.copy(vectors.tensor("param." + theirs), net.state().get(ours)));
        Tensor x = vectors.tensor("in.x");
        Tensor row = x.shape().length == 1 ? x.reshape(1, x.elements()) : x;
        SubNetworks all = SubNetworks.of(net, Batch.of(row));
        assertEquals(units, all.units());
        assertEquals(1 << units, all.count());
        vectors.assertPyTorch("out.softmax_arith_mean", all.arithmeticMean().toArray());
        vectors.assertPyTorch("out.softmax_var", all.variance().toArray());
        vectors.assertPyTorch("out.softmax_geo_mean", all.geometricMean().toArray());
        vectors.assertPyTorch("out.softmax_eval", all.weightScaling().toArray());
    }

    /** D18: with any p, for several samples at once. */
    @Test
    void weightScalingIsTheGeometricMeanOfASoftmaxLayer() {
        SubNetworkNetworks_OneSoftmaxNetwork net =
                SubNetworkNetworks_OneSoftmaxNetwork.create(7).step(3);
        for (double p : new double[] {0.5, 0.1, 0.8}) {
            net.dropout("dropped").p(p);
            SubNetworks all = SubNetworks.of(net, Batch.of(normal(3, 8)));
            double largest = 0;
            for (int i = 0; i < 12; i++) {
                assertEquals(all.weightScaling().data()[i], all.geometricMean().data()[i], 1e-6);
                largest = Math.max(
                        largest,
                        Math.abs(all.weightScaling().data()[i]
                                - all.arithmeticMean().data()[i]));
            }
            assertTrue(largest > 1e-5, "the arithmetic mean is another");
        }
        assertEquals(3, net.step());
        assertEquals(Mode.TRAIN, net.mode());
    }

    /** D17: what Monte Carlo estimates is the arithmetic mean. */
    @Test
    void monteCarloEstimatesTheArithmeticMean() {
        SubNetworkNetworks_OfHiddenNetwork net = SubNetworkNetworks_OfHiddenNetwork.create(7);
        Batch batch = Batch.of(normal(2, 5));
        SubNetworks all = SubNetworks.of(net, batch);
        int passes = 20_000;
        Tensor mean = net.monteCarlo(batch, passes).mean();
        for (int i = 0; i < mean.elements(); i++) {
            assertEquals(
                    all.arithmeticMean().data()[i],
                    mean.data()[i],
                    5 * Math.sqrt(all.variance().data()[i] / passes));
        }
    }

    /** D19: every mask, set by hand, is the sub-network that has only the units it keeps. */
    @Test
    void everyMaskIsASubNetwork() {
        SubNetworkNetworks_EightNetwork net = SubNetworkNetworks_EightNetwork.create(7);
        Tensor x = normal(1, 80);
        Tensor v = net.state().get("hidden.dense.weight");
        Tensor c = net.state().get("hidden.dense.bias");
        Tensor w = net.state().get("y.dense.weight");
        Tensor b = net.state().get("y.dense.bias");
        float scale = (float) (1 / (1 - 0.3));
        float[] mean = new float[3];
        double[] sums = new double[3];
        for (int mask = 0; mask < 256; mask++) {
            Tensor keep = Tensor.zeros(8);
            double weight = 1;
            for (int i = 0; i < 8; i++) {
                keep.set(mask >> i & 1, i);
                weight *= (mask >> i & 1) == 1 ? 0.7 : 0.3;
            }
            float[] y = net.mask("hidden", keep).train().forward(Batch.of(x)).toArray();
            for (int j = 0; j < 3; j++) {
                float sum = b.get(j);
                for (int i = 0; i < 8; i++) {
                    if ((mask >> i & 1) == 1) {
                        float unit = c.get(i);
                        for (int k = 0; k < 80; k++) {
                            unit = Math.fma(x.get(0, k), v.get(i, k), unit);
                        }
                        sum = Math.fma(Math.max(unit, 0f) * scale, w.get(j, i), sum);
                    }
                }
                assertEquals(sum, y[j], 4 * Math.ulp(sum));
                sums[j] += weight * y[j];
            }
        }
        net.clearMasks();
        for (int j = 0; j < 3; j++) {
            mean[j] = (float) sums[j];
        }
        SubNetworks all = SubNetworks.of(net, Batch.of(x));
        for (int j = 0; j < 3; j++) {
            assertEquals(mean[j], all.arithmeticMean().data()[j], 1e-6);
        }
        assertThrows(IllegalStateException.class, all::geometricMean);
    }

    @Test
    void refusals() {
        assertEquals(
                "dropout has 40 units (a.dropout 16, b.dropout 24), so 2^40 sub-networks: at most 20 units are enumerated;"
                        + " for more, monteCarlo(...) samples them",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> SubNetworks.of(SubNetworkNetworks_ManyNetwork.create(1), Batch.of(normal(1, 4))))
                        .getMessage());
        Network none = SubNetworkNetworks_OfHiddenNetwork.create(1);
        none.dropout("dropped").p(0);
        assertEquals(
                "no dropout layer of this network has a p above 0 and below 1: it has no sub-networks",
                assertThrows(IllegalArgumentException.class, () -> SubNetworks.of(none, Batch.of(normal(1, 5))))
                        .getMessage());
    }

    /** A mask that was set by hand before is there afterwards. */
    @Test
    void masksSetByHandStay() {
        SubNetworkNetworks_OfHiddenNetwork net = SubNetworkNetworks_OfHiddenNetwork.create(1);
        Tensor keep = Tensor.zeros(10);
        keep.set(1, 2);
        net.mask("dropped", keep);
        SubNetworks.of(net, Batch.of(normal(1, 5)));
        net.forward(normal(1, 5));
        assertTrue(Arrays.equals(keep.toArray(), net.mask("dropped").toArray()));
    }

    private static Tensor normal(int rows, int columns) {
        Random random = new Random(5);
        Tensor tensor = Tensor.zeros(rows, columns);
        for (int i = 0; i < tensor.elements(); i++) {
            tensor.data()[i] = (float) random.nextGaussian();
        }
        return tensor;
    }
}
