// Everything at once, silenced at once: nothing is said.
@SuppressWarnings("nacre:all")
@Network
interface Net {
    @Dropout(0) @Dense(3) @ReLU @Tanh Tensor a(@In(4) Tensor image);
    @Dense(3) @Softmax Tensor b(Tensor a);
    @Dropout(1 / 2) @Dense(3) @BatchNorm Tensor c(Tensor a);
    @Dense(3) @Dropout(0.9) Tensor d(Tensor c);
    @CrossEntropy(weight = 0) Loss one(Tensor b, Label label);
}
class Around {
    @SuppressWarnings("nacre:all")
    interface Unread {
        @Dense(3) Tensor a(@In(4) Tensor image);
    }
}
