// A size of 0, as for a batch of unknown size.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In({0, 28}) Tensor image); // wrong
    @Dense(3) Tensor more(Tensor hidden);
}
