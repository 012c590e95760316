package golden;

import dev.nacre.annotations.*;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Axes, norms of each sample and merges of pairs. */
@Network
interface Axes {
    @Reshape({4, -1}) @LayerNorm Tensor patches(@In({2, 4, 3}) Tensor image);

    @Transpose @Dense(4) @ReLU @Dropout(0.2) Tensor tokens(Tensor patches);

    @Max @RMSNorm(axes = 2) Tensor mixed(Tensor patches, @Permute({1, 0}) Tensor tokens, @Reshape({4, 6}) Tensor image);

    @Average Tensor mean(Tensor mixed, Tensor patches);

    @Bilinear(5) @Tanh Tensor pairs(@Slice(axis = 1, step = 2) Tensor mean, @Split(parts = 3, index = 1, axis = 1) Tensor patches);

    @Flatten @Dense(8) Tensor logits(Tensor pairs);

    @Dot(normalize = true) Tensor similarity(Tensor mixed, Tensor mean);

    @CrossEntropy Loss loss(Tensor logits, Label label);
}
