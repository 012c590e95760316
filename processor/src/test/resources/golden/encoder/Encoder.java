package golden;

import dev.nacre.annotations.*;
import dev.nacre.annotations.Network;
import dev.nacre.network.*;
import dev.nacre.tensor.Tensor;

@Network
interface Block {
    @Dense(64) @ReLU @Dropout(0.1) Tensor inner(@In(64) Tensor x);

    @Add Tensor out(Tensor inner, Tensor x);
}

@Network
interface Encoder {
    @Dense(64) Tensor embedded(@In(16) Tensor tokens);

    @Use(Block.class) @Repeat(3) Tensor encoded(Tensor embedded);

    @Use(Block.class) @Repeat(value = 2, shared = true) Tensor tied(Tensor encoded);

    @Dense(4) Tensor logits(Tensor tied);

    @CrossEntropy Loss loss(Tensor logits, Label label);
}
