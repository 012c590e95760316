package dev.nacre.kernel;

/** The element by element functions that ride on the store of a product. */
public enum Activation {
    /** {@code y = x}. */
    IDENTITY,
    /** {@code y = max(x, 0)}; the derivative at 0 is 0. */
    RELU,
    /** {@code y = 1 / (1 + exp(-x))}; the derivative is {@code y (1 - y)}. */
    SIGMOID,
    /** {@code y = tanh(x)}; the derivative is {@code 1 - y^2}. */
    TANH
}
