package dev.nacre.network;

import dev.nacre.tensor.Tensor;
import java.util.Objects;

/**
 * What a regression should predict: the type of a target in a declaration.
 *
 * @param value a tensor of the prediction's shape; not copied
 */
public record Target(Tensor value) {
    /** @throws NullPointerException if the value is null */
    public Target {
        Objects.requireNonNull(value, "value");
    }

    /**
     * @param value a tensor of the prediction's shape; not copied
     * @return a target
     */
    public static Target of(Tensor value) {
        return new Target(value);
    }
}
