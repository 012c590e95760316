package dev.nacre.verification;

import dev.nacre.annotations.Add;
import dev.nacre.annotations.AlphaDropout;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.DropBlock;
import dev.nacre.annotations.DropPath;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.FeatureAlphaDropout;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Reshape;
import dev.nacre.annotations.SELU;
import dev.nacre.annotations.Scaling;
import dev.nacre.annotations.Shared;
import dev.nacre.annotations.Sigmoid;
import dev.nacre.annotations.SpatialDropout;
import dev.nacre.annotations.Tanh;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Every layer that drops with a mask, alone and at the end of products whose rows are parts of samples. */
@Network
interface Dropped {
    @DropBlock(value = 0.1, blockSize = 2)
    @Tanh
    @SpatialDropout(0.1)
    Tensor maps(@In({3, 4, 5}) Tensor x);

    @Dense(6)
    @Tanh
    @Dropout(value = 0.1, shared = Shared.TIME)
    Tensor steps(Tensor maps);

    @Dense(6)
    @Tanh
    @Dropout(0.1)
    Tensor plain(Tensor maps);

    @Dense(6)
    @Sigmoid
    @Dropout(
            value = 0.1,
            noiseShape = {3, 1, 6},
            scaling = Scaling.AT_EVALUATION)
    Tensor noisy(Tensor maps);

    @Add
    Tensor residual(@DropPath(0.1) Tensor steps, Tensor plain, Tensor noisy);

    @Flatten
    @Dense(12)
    @SELU
    @AlphaDropout(0.1)
    Tensor alpha(
            @Dropout(
                            value = 0.1,
                            shared = {Shared.POSITIONS, Shared.BATCH})
                    Tensor residual);

    @Reshape({4, 3})
    @SELU
    @FeatureAlphaDropout(0.1)
    @Flatten
    @Dense(20)
    @Tanh
    @Dropout(value = 0.1, scaling = Scaling.AT_EVALUATION)
    Tensor classic(Tensor alpha);

    @Dense(20)
    @Sigmoid
    @Dropout(value = 0.1, shared = Shared.BATCH)
    Tensor shared(Tensor classic);

    @Dense(4)
    Tensor logits(Tensor shared);

    @CrossEntropy
    Loss loss(Tensor logits, int label);
}
