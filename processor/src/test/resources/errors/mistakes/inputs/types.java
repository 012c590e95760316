// Types that no parameter can have.
@Network
interface Net {
    @Dense(3) Tensor a(@In(4) float[] image); // wrong
    @Dense(3) Tensor b(String text); // wrong
    @Dense(3) Tensor c(java.util.List<Tensor> several); // wrong
    @Dense(3) Tensor d(@In(4) double number); // wrong
    @Dense(3) Tensor e(Loss loss); // wrong
    @Dense(3) Tensor fine(@In(4) Tensor image);
}
