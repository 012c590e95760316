package dev.nacre.verification;

import dev.nacre.annotations.Add;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Repeat;
import dev.nacre.annotations.Tanh;
import dev.nacre.annotations.Use;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Used networks: repeated, repeated with shared weights, once, and on an edge. */
@Network
interface Encoder {
    @Dense(16)
    Tensor embedded(@In(8) Tensor tokens);

    @Use(Block.class)
    @Repeat(3)
    Tensor encoded(Tensor embedded);

    @Use(Block.class)
    @Repeat(value = 2, shared = true)
    Tensor tied(Tensor encoded);

    @Use(NormBlock.class)
    @Tanh
    Tensor normed(Tensor tied);

    @Add
    Tensor sum(Tensor normed, @Use(Block.class) @Dropout(0.2) Tensor embedded);

    @Dense(4)
    Tensor logits(Tensor sum);

    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}
