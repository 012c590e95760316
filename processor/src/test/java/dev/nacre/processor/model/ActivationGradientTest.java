package dev.nacre.processor.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradients of activations, alone, behind products and under dropout. */
class ActivationGradientTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@LeakyReLU",
                "@LeakyReLU(-0.5)",
                "@ELU(0.7)",
                "@SELU",
                "@SELU(alpha = 2, scale = 3)",
                "@CELU(0.6)",
                "@GELU",
                "@GELU(approximate = true)",
                "@SiLU",
                "@Mish",
                "@Softplus",
                "@Softplus(beta = 2, threshold = 1)",
                "@Softsign",
                "@HardSigmoid",
                "@HardSigmoid(alpha = 2, beta = 0.3)",
                "@HardSwish",
                "@HardTanh(min = -0.4, max = 0.5)",
                "@ReLU6",
                "@LogSigmoid",
                "@Threshold(threshold = 0.2, value = 7)",
                "@Hardshrink(0.3)",
                "@Softshrink(0.3)",
                "@Tanhshrink",
                "@Exp",
                "@Abs",
                "@Sin",
                "@Exp @Log",
                "@Exp @Sqrt",
                "@PReLU",
                "@PReLU(value = 3, start = 0.1)",
                "@RReLU",
                "@RReLU(lower = -0.5, upper = 2)",
                "@Apply(Cube.class)"
            })
    void activation(String text) {
        GradientCheck.check(Built.of(text + " Tensor y(@In({3, 2}) Tensor x);"));
        GradientCheck.check(Built.of("@Dense(3) " + text + " @Dropout(0.3) @Dense(2) Tensor y(@In(4) Tensor x);"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Softmax(axis = 0)",
                "@Softmax(axis = -2)",
                "@Softmin",
                "@Softmin(axis = 1)",
                "@LogSoftmax",
                "@LogSoftmax(axis = 0)",
                "@GLU",
                "@GLU(axis = 0)",
                "@GLU(axis = 1)"
            })
    void alongAnAxis(String text) {
        GradientCheck.check(Built.of(text + " Tensor y(@In({2, 4, 6}) Tensor x);"));
    }

    @Test
    void several() {
        GradientCheck.check(Built.of("""
                @Dense(6) @GELU @Dropout(0.2) Tensor a(@In(3) Tensor x);
                @Dense(6) @PReLU(6) @Dense(8) @GLU Tensor b(Tensor a);
                @Dense(4) @Mish Tensor c(Tensor a);
                @Add @SiLU @Dense(3) @LogSoftmax Tensor y(Tensor b, Tensor c);
                @MeanSquaredError Loss loss(Tensor y, Target t);
                """));
    }
}
