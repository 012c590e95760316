// Negations and differences beyond the smallest int.
@Network
interface Net {
    @Dense(-Integer.MIN_VALUE) Tensor hidden(@In(4) Tensor image); // wrong
    @Dense(Integer.MIN_VALUE - 1) Tensor more(Tensor image); // wrong
    @Concat(axis = Integer.MAX_VALUE + 2) Tensor both(Tensor image, @In(4) Tensor other); // wrong
}
