package golden;

import dev.nacre.annotations.*;
import dev.nacre.annotations.Network;
import dev.nacre.network.*;
import dev.nacre.tensor.Tensor;

@Stack
@Dense(256)
@ReLU
@Dropout(0.5)
@interface Hidden {}

final class Outer {
    @Network
    abstract static class Inner {
        @Hidden abstract Tensor first(@In(100) Tensor x);

        @Hidden abstract Tensor second(Tensor first);

        @Dense(2) abstract Tensor logits(Tensor second);

        @CrossEntropy abstract Loss loss(Tensor logits, int label);

        String describe() {
            return "the user's own method";
        }
    }
}
