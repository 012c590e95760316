package dev.nacre.verification.dropout;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;

/** Runs networks in training mode with masks made by hand. */
final class Forced {
    private Forced() {}

    /**
     * A run whose backward has the same mask.
     *
     * @param keep (batch, width) of the block's dropout
     * @return the output, in the network's buffer
     */
    static Tensor forward(Network network, String block, Tensor x, boolean[] keep) {
        int batch = x.shape()[0];
        Tensor mask = Tensor.zeros(batch, keep.length / batch);
        for (int i = 0; i < keep.length; i++) {
            mask.data()[i] = keep[i] ? 1f : 0f;
        }
        network.mask(block, mask);
        Tensor output = network.train().forward(Batch.of(x));
        network.clearMasks();
        return output;
    }

    /** All masks of d elements, one in each row; set bits are kept. */
    static boolean[] all(int d) {
        boolean[] keep = new boolean[(1 << d) * d];
        for (int i = 0; i < keep.length; i++) {
            keep[i] = (i / d >> i % d & 1) == 1;
        }
        return keep;
    }

    /** One sample many times. */
    static Tensor repeated(float[] sample, int times) {
        float[] values = new float[times * sample.length];
        for (int n = 0; n < times; n++) {
            System.arraycopy(sample, 0, values, n * sample.length, sample.length);
        }
        return Tensor.of(values, times, sample.length);
    }
}
