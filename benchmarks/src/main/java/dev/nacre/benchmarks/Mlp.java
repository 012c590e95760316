package dev.nacre.benchmarks;

import dev.nacre.data.Dataset;
import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;

/** The network and the data of these benchmarks, for the peers. */
public final class Mlp {
    private Mlp() {}

    /** @return 784-256-256-10 with dropout */
    public static Network create() {
        return FashionMlp_WithDropoutNetwork.create(4);
    }

    /** @return real images, (count, 1, 28, 28) */
    public static Tensor images(int count) {
        return Images.test(count);
    }

    /** @return real images with their labels */
    public static Dataset training() {
        return Images.training();
    }

    /** @return what the network answers in evaluation */
    public static float[] predict(Network network, Tensor images) {
        return network.eval().forward(Batch.of(images)).toArray();
    }
}
