package dev.nacre.verification;

import dev.nacre.annotations.Abs;
import dev.nacre.annotations.Apply;
import dev.nacre.annotations.CELU;
import dev.nacre.annotations.Concat;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.ELU;
import dev.nacre.annotations.Exp;
import dev.nacre.annotations.GELU;
import dev.nacre.annotations.GLU;
import dev.nacre.annotations.HardSigmoid;
import dev.nacre.annotations.HardSwish;
import dev.nacre.annotations.HardTanh;
import dev.nacre.annotations.In;
import dev.nacre.annotations.LeakyReLU;
import dev.nacre.annotations.Log;
import dev.nacre.annotations.LogSigmoid;
import dev.nacre.annotations.LogSoftmax;
import dev.nacre.annotations.Mish;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.PReLU;
import dev.nacre.annotations.RReLU;
import dev.nacre.annotations.ReLU6;
import dev.nacre.annotations.SELU;
import dev.nacre.annotations.SiLU;
import dev.nacre.annotations.Sin;
import dev.nacre.annotations.Softmin;
import dev.nacre.annotations.Softplus;
import dev.nacre.annotations.Softshrink;
import dev.nacre.annotations.Softsign;
import dev.nacre.annotations.Sqrt;
import dev.nacre.annotations.Tanhshrink;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Every activation behind a product, unrolled. */
@Network
interface SmallActivated {
    @Dense(2)
    @LeakyReLU
    Tensor leaky(@In(2) Tensor x);

    @Dense(2)
    @ELU
    Tensor elu(Tensor x);

    @Dense(2)
    @SELU
    Tensor selu(Tensor x);

    @Dense(2)
    @CELU(0.7)
    Tensor celu(Tensor x);

    @Dense(2)
    @GELU
    @Dropout(0.2)
    Tensor gelu(Tensor x);

    @Dense(2)
    @GELU(approximate = true)
    Tensor geluTanh(Tensor x);

    @Dense(2)
    @SiLU
    @Dropout(0.3)
    Tensor silu(Tensor x);

    @Dense(2)
    @Mish
    Tensor mish(Tensor x);

    @Dense(2)
    @Softplus(beta = 2, threshold = 5)
    Tensor softplus(Tensor x);

    @Dense(2)
    @Softsign
    @Dropout(0.1)
    Tensor softsign(Tensor x);

    @Dense(2)
    @LogSigmoid
    @Dropout(0.2)
    Tensor logSigmoid(Tensor x);

    @Dense(2)
    @HardSigmoid
    Tensor hardSigmoid(Tensor x);

    @Dense(2)
    @HardSwish
    Tensor hardSwish(Tensor x);

    @Dense(2)
    @HardTanh(min = -2, max = 2)
    @Dropout(0.1)
    Tensor hardTanh(Tensor x);

    @Dense(2)
    @ReLU6
    Tensor relu6(Tensor x);

    @Dense(2)
    @Softshrink(0.1)
    Tensor shrunk(Tensor x);

    @Dense(2)
    @Tanhshrink
    Tensor tanhshrink(Tensor x);

    @Dense(2)
    @Sin
    Tensor sine(Tensor x);

    @Dense(2)
    @Abs
    Tensor magnitude(Tensor x);

    @Dense(2)
    @Exp
    @Sqrt
    Tensor root(Tensor x);

    @Dense(2)
    @Softplus
    @Log
    Tensor logarithm(Tensor x);

    @Dense(2)
    @PReLU(2)
    Tensor learned(Tensor x);

    @Dense(2)
    @RReLU
    Tensor random(Tensor x);

    @Dense(2)
    @Apply(Cubic.class)
    Tensor cubic(Tensor x);

    @Dense(4)
    @GLU
    Tensor gated(Tensor x);

    @Dense(2)
    @Softmin
    Tensor least(Tensor x);

    @Dense(2)
    @LogSoftmax
    Tensor logarithmic(Tensor x);

    @Concat
    @Dense(3)
    Tensor logits(
            Tensor leaky,
            Tensor elu,
            Tensor selu,
            Tensor celu,
            Tensor gelu,
            Tensor geluTanh,
            Tensor silu,
            Tensor mish,
            Tensor softplus,
            Tensor softsign,
            Tensor logSigmoid,
            Tensor hardSigmoid,
            Tensor hardSwish,
            Tensor hardTanh,
            Tensor relu6,
            Tensor shrunk,
            Tensor tanhshrink,
            Tensor sine,
            Tensor magnitude,
            Tensor root,
            Tensor logarithm,
            Tensor learned,
            Tensor random,
            Tensor cubic,
            Tensor gated,
            Tensor least,
            Tensor logarithmic);

    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}
