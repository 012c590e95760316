package dev.nacre.network;

import dev.nacre.tensor.Tensor;

/**
 * What a regression should predict: the type of a target in a declaration.
 *
 * @param value a tensor of the prediction's shape
 */
public record Target(Tensor value) {
    /** @return a target */
    public static Target of(Tensor value) {
        return new Target(value);
    }
}
