package dev.nacre.kernel;

import java.util.List;

/** All functions, those with parameters with some. */
final class Activations {
    static final List<Activation> ALL = List.of(
            Activation.IDENTITY,
            Activation.RELU,
            Activation.SIGMOID,
            Activation.TANH,
            Activation.leakyRelu(0.01f),
            Activation.leakyRelu(-0.3f),
            Activation.elu(0.7f),
            Activation.selu(1.6732632f, 1.050701f),
            Activation.celu(0.6f),
            Activation.GELU,
            Activation.GELU_TANH,
            Activation.SILU,
            Activation.MISH,
            Activation.softplus(2, 20),
            Activation.SOFTSIGN,
            Activation.LOG_SIGMOID,
            Activation.hardSigmoid(1f / 6, 0.5f),
            Activation.HARD_SWISH,
            Activation.hardTanh(-0.4f, 0.5f),
            Activation.threshold(0.1f, -2),
            Activation.hardShrink(0.5f),
            Activation.softShrink(0.5f),
            Activation.TANHSHRINK,
            Activation.EXP,
            Activation.LOG,
            Activation.SQRT,
            Activation.ABS,
            Activation.SIN);

    private Activations() {}
}
