package dev.nacre.verification.conformance;

import dev.nacre.network.Network;
import java.lang.reflect.Field;
import java.util.Arrays;

/** Reads the class weights that a generated network was compiled with. */
final class ClassWeights {
    private ClassWeights() {}

    static float[] of(Network network) {
        Field constant = Arrays.stream(network.getClass().getDeclaredFields())
                .filter(field -> field.getName().endsWith("_CLASS_WEIGHTS"))
                .findFirst()
                .orElseThrow();
        try {
            constant.setAccessible(true);
            return (float[]) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new LinkageError(constant.getName(), e);
        }
    }
}
