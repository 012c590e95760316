package dev.nacre.verification;

import dev.nacre.annotations.Average;
import dev.nacre.annotations.Bilinear;
import dev.nacre.annotations.Concat;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Divide;
import dev.nacre.annotations.Dot;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.LayerNorm;
import dev.nacre.annotations.Max;
import dev.nacre.annotations.MeanSquaredError;
import dev.nacre.annotations.Min;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Sigmoid;
import dev.nacre.annotations.Split;
import dev.nacre.annotations.Subtract;
import dev.nacre.annotations.Tanh;
import dev.nacre.network.Loss;
import dev.nacre.network.Target;
import dev.nacre.tensor.Tensor;

/** Every merge of two values, and some of more. */
@Network
interface Pairs {
    @Dense(8)
    @Tanh
    Tensor left(@In(12) Tensor a);

    @Flatten
    @Dense(8)
    @Tanh
    Tensor right(@In({2, 3}) Tensor b);

    @Subtract
    Tensor difference(Tensor left, Tensor right);

    @Max
    Tensor largest(Tensor left, Tensor right, Tensor difference);

    @Min
    Tensor smallest(Tensor left, Tensor right);

    @Average
    Tensor mean(Tensor left, Tensor right, Tensor difference);

    @Divide
    Tensor ratio(Tensor difference, @Dense @Sigmoid Tensor right);

    @Dot
    Tensor product(Tensor left, Tensor right);

    @Dot(normalize = true)
    Tensor cosine(Tensor ratio, Tensor mean);

    @Bilinear(6)
    @Tanh
    Tensor bilinear(Tensor left, @Split(parts = 2, index = 1) Tensor right);

    @Concat
    @LayerNorm(affine = false)
    @Dense(3)
    Tensor out(Tensor largest, Tensor smallest, Tensor product, Tensor cosine, Tensor bilinear);

    @MeanSquaredError
    Loss error(Tensor out, Target target);
}
