package dev.nacre.verification.conformance;

import dev.nacre.kernel.Mask;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;

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
        apply(network, block, "Dropout", keep, input, output);
    }

    /** The same with a layer of another name. */
    static void apply(Network network, String block, String layer, boolean[] keep, Tensor input, float[] output) {
        force(network, block + layer + "Mask", keep);
        run(network, block, input.data(), output, input.shape()[0]);
    }

    /** @param field the mask's name in the generated class */
    static void force(Network network, String field, boolean[] keep) {
        try {
            Field mask = network.getClass().getDeclaredField(field);
            mask.setAccessible(true);
            ((Mask) mask.get(network)).force(keep);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("generated code has other names", e);
        }
    }

    /** Runs a block again. */
    static void run(Network network, String block, Object... arguments) {
        String name = "forward" + Character.toUpperCase(block.charAt(0)) + block.substring(1);
        Class<?>[] types = new Class<?>[arguments.length];
        Arrays.fill(types, float[].class);
        types[types.length - 1] = int.class;
        try {
            Method forward = network.getClass().getDeclaredMethod(name, types);
            forward.setAccessible(true);
            forward.invoke(network, arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("generated code has other names", e);
        }
    }
}
