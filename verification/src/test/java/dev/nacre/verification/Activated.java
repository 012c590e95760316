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

/** Every activation behind a product, by kernels. */
@Network
interface Activated {
    @Dense(20)
    @LeakyReLU
    Tensor leaky(@In(16) Tensor x);

    @Dense(20)
    @ELU
    Tensor elu(Tensor x);

    @Dense(20)
    @SELU
    Tensor selu(Tensor x);

    @Dense(20)
    @CELU(0.7)
    Tensor celu(Tensor x);

    @Dense(20)
    @GELU
    @Dropout(0.2)
    Tensor gelu(Tensor x);

    @Dense(20)
    @GELU(approximate = true)
    Tensor geluTanh(Tensor x);

    @Dense(20)
    @SiLU
    @Dropout(0.3)
    Tensor silu(Tensor x);

    @Dense(20)
    @Mish
    Tensor mish(Tensor x);

    @Dense(20)
    @Softplus(beta = 2, threshold = 5)
    Tensor softplus(Tensor x);

    @Dense(20)
    @Softsign
    @Dropout(0.1)
    Tensor softsign(Tensor x);

    @Dense(20)
    @LogSigmoid
    @Dropout(0.2)
    Tensor logSigmoid(Tensor x);

    @Dense(20)
    @HardSigmoid
    Tensor hardSigmoid(Tensor x);

    @Dense(20)
    @HardSwish
    Tensor hardSwish(Tensor x);

    @Dense(20)
    @HardTanh(min = -2, max = 2)
    @Dropout(0.1)
    Tensor hardTanh(Tensor x);

    @Dense(20)
    @ReLU6
    Tensor relu6(Tensor x);

    @Dense(20)
    @Softshrink(0.1)
    Tensor shrunk(Tensor x);

    @Dense(20)
    @Tanhshrink
    Tensor tanhshrink(Tensor x);

    @Dense(20)
    @Sin
    Tensor sine(Tensor x);

    @Dense(20)
    @Abs
    Tensor magnitude(Tensor x);

    @Dense(20)
    @Exp
    @Sqrt
    Tensor root(Tensor x);

    @Dense(20)
    @Softplus
    @Log
    Tensor logarithm(Tensor x);

    @Dense(20)
    @PReLU(20)
    Tensor learned(Tensor x);

    @Dense(20)
    @RReLU
    Tensor random(Tensor x);

    @Dense(20)
    @Apply(Cubic.class)
    Tensor cubic(Tensor x);

    @Dense(40)
    @GLU
    Tensor gated(Tensor x);

    @Dense(20)
    @Softmin
    Tensor least(Tensor x);

    @Dense(20)
    @LogSoftmax
    Tensor logarithmic(Tensor x);

    @Concat
    @Dense(4)
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
