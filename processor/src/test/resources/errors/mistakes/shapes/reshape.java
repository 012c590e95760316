// Sizes that an array does not have.
@Network
interface Net {
    @Dense(16) Tensor hidden(@In(8) Tensor x);
    @Reshape({3, 5}) Tensor product(Tensor hidden); // wrong
    @Reshape({3, -1}) Tensor open(Tensor hidden); // wrong
    @Reshape({-1, 4, -1}) Tensor twice(Tensor hidden); // wrong
    @Reshape({4, 0}) Tensor zero(Tensor hidden); // wrong
    @Reshape({-2, 4}) Tensor negative(Tensor hidden); // wrong
    @Reshape({50_000 * 50_000, -1}) Tensor overflow(Tensor hidden); // wrong
    @Reshape({100_000, 100_000, 100_000, 100_000}) Tensor huge(Tensor hidden); // wrong
    @Reshape({}) Tensor none(Tensor hidden); // wrong
    @Reshape(17) @Dense(2) Tensor number(Tensor hidden); // wrong
    @Dense(2) Tensor edge(@Tanh @Reshape({2, 2, 5}) Tensor hidden); // wrong
}
@Network
@In({2, 3})
@Reshape({3, 3}) // wrong
@Dense(2)
interface Stacked {}
@Network
@In({2, 3})
@Reshape({1, -1, 1})
interface FineStack {}
