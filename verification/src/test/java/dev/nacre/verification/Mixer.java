package dev.nacre.verification;

import dev.nacre.annotations.Add;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.LayerNorm;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Permute;
import dev.nacre.annotations.RMSNorm;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Reshape;
import dev.nacre.annotations.Slice;
import dev.nacre.annotations.Transpose;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Axes that come and go, norms of each sample, and parts of a value. */
@Network
interface Mixer {
    @Reshape({4, -1})
    @LayerNorm
    Tensor patches(@In({2, 4, 3}) Tensor image);

    @Transpose
    @Dense(4)
    @ReLU
    @Dropout(0.2)
    Tensor tokens(Tensor patches);

    @Add
    @RMSNorm(axes = 2)
    Tensor mixed(Tensor patches, @Dense(4) @Transpose Tensor tokens);

    @Slice(axis = 1, from = 1, to = -1, step = 2)
    @LayerNorm(axes = 2, bias = false)
    Tensor part(Tensor mixed);

    @Reshape({2, 3, 2, 2})
    @Permute({3, 1, 0, 2})
    @Flatten
    @Dense(12)
    @RMSNorm
    @ReLU
    Tensor turned(Tensor mixed);

    @Add
    @Dense(4)
    Tensor logits(Tensor turned, @Flatten @Dense(12) Tensor part);

    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}
