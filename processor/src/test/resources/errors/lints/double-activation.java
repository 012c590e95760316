// Two activations in a row, on a method and on a parameter.
@Network
interface Net {
    @Dense(3) @ReLU @Sigmoid Tensor a(@In(4) Tensor image); // wrong
    @Dense(3) Tensor b(@Tanh @ReLU Tensor a); // wrong
    @Dense(3) @ReLU @Dropout(0.5) @Tanh Tensor fine(Tensor image);
}
@Network
interface OnMethod {
    @SuppressWarnings({"unchecked", "nacre:double-activation"})
    @Dense(3) @ReLU @Sigmoid Tensor a(@In(4) Tensor image);
}
@SuppressWarnings("nacre:double-activation")
@Network
interface OnType {
    @Dense(3) Tensor a(@Tanh @ReLU @In(4) Tensor image);
}
@Network
interface OtherLint {
    @SuppressWarnings("nacre:high-dropout")
    @Dense(3) @ReLU @Sigmoid Tensor a(@In(4) Tensor image); // wrong
}
