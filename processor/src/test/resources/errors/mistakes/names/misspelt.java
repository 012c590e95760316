// A name that is nearly one of the known ones.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
    @Dense(2) Tensor logits(Tensor hiden); // wrong
}
