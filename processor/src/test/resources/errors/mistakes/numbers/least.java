// The least and the largest int.
@Network
interface Net {
    @Dense(Integer.MIN_VALUE) Tensor hidden(@In(4) Tensor image); // wrong
    @Dense(Integer.MAX_VALUE) Tensor more(Tensor image); // wrong
    @Concat(axis = Integer.MIN_VALUE) Tensor both(Tensor image, @In(4) Tensor other); // wrong
    @Dense(2) Tensor wide(@In(Integer.MAX_VALUE) Tensor scan); // wrong
    @Dense('a') Tensor letter(Tensor image);
}
