package dev.nacre.verification.dropout;

import dev.nacre.kernel.Mask;
import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * Runs a network of one hidden block and logits in training mode with a mask made by hand: the generated code of both blocks, over what the
 * drawn mask left, so that a backward follows with the same mask.
 */
final class Forced {
    private Forced() {}

    /**
     * @param keep (batch, width) of the hidden block
     * @return the logits, in the network's buffer
     */
    static Tensor forward(Network network, String hidden, Tensor x, boolean[] keep) {
        try {
            Tensor logits = network.train().forward(Batch.of(x));
            Object[] buffer = {field(network, "buffer1").get(network)};
            ((Mask) field(network, hidden + "DropoutMask").get(network)).force(keep);
            int batch = x.shape()[0];
            run(network, hidden, x.data(), (float[]) buffer[0], batch);
            run(network, "logits", (float[]) buffer[0], logits.data(), batch);
            return logits;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("generated code has other names", e);
        }
    }

    private static Field field(Network network, String name) throws ReflectiveOperationException {
        Field field = network.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static void run(Network network, String block, float[] from, float[] to, int batch)
            throws ReflectiveOperationException {
        String name = "forward" + Character.toUpperCase(block.charAt(0)) + block.substring(1);
        Method forward = network.getClass().getDeclaredMethod(name, float[].class, float[].class, int.class);
        forward.setAccessible(true);
        forward.invoke(network, from, to, batch);
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
