package dev.nacre.verification;

import dev.nacre.annotations.Constant;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.He;
import dev.nacre.annotations.In;
import dev.nacre.annotations.LeCun;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Normal;
import dev.nacre.annotations.Orthogonal;
import dev.nacre.annotations.PyTorchDefault;
import dev.nacre.annotations.TruncatedNormal;
import dev.nacre.annotations.Uniform;
import dev.nacre.annotations.Xavier;
import dev.nacre.tensor.Tensor;

/** Each initialiser once. */
@Network
@Normal(value = 0.5, mean = 1)
interface Starts {
    @Dense(7)
    Tensor normal(@In(5) Tensor x);

    @Dense(7)
    @TruncatedNormal(value = 0.1, mean = -1)
    Tensor truncated(Tensor normal);

    @Dense(7)
    @Uniform(low = 2, high = 3)
    Tensor uniform(Tensor truncated);

    @Xavier
    @Dense(6)
    Tensor xavier(Tensor uniform);

    @Dense(5)
    @He(fan = He.Fan.OUT, uniform = true)
    Tensor he(Tensor xavier);

    @Dense(4)
    @LeCun(gain = 2)
    Tensor lecun(Tensor he);

    @Dense(3)
    @Orthogonal
    Tensor orthogonal(Tensor lecun);

    @Dense(3)
    @Constant(0.25)
    Tensor constant(Tensor orthogonal);

    @Dense(2)
    @PyTorchDefault
    Tensor standard(Tensor constant);
}
