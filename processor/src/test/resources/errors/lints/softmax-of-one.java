// A softmax of one element.
@Network
interface Net {
    @Dense(1) @Softmax Tensor a(@In(4) Tensor image); // wrong
    @SuppressWarnings("nacre:softmax-of-one") @Dense(1) @Softmax Tensor fine(Tensor image);
    @Dense(2) @Softmax Tensor two(Tensor image);
}
