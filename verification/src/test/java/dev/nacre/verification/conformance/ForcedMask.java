package dev.nacre.verification.conformance;

import dev.nacre.kernel.Mask;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Runs a block of a generated network again, forward, with a mask made by hand in place of the drawn one. */
final class ForcedMask {
    private ForcedMask() {}

    /**
     * @param network after a forward in training mode
     * @param block the block whose output is dropped
     * @param keep whether each element is kept
     * @param input what the block ran on
     * @param output where it wrote; written again
     */
    static void apply(Network network, String block, boolean[] keep, Tensor input, float[] output) {
        try {
            Field mask = network.getClass().getDeclaredField(block + "DropoutMask");
            mask.setAccessible(true);
            ((Mask) mask.get(network)).force(keep);
            Method forward = network.getClass()
                    .getDeclaredMethod(
                            "forward" + Character.toUpperCase(block.charAt(0)) + block.substring(1),
                            float[].class,
                            float[].class,
                            int.class);
            forward.setAccessible(true);
            forward.invoke(network, input.data(), output, input.shape()[0]);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("generated code has other names", e);
        }
    }
}
