// Orders that are none, and axes that cannot be swapped.
@Network
interface Net {
    @Permute({1, 2}) Tensor few(@In({3, 4, 5}) Tensor x); // wrong
    @Permute({0, 1, 2, 3}) Tensor many(Tensor x); // wrong
    @Permute({0, 1, -4}) Tensor below(Tensor x); // wrong
    @Permute({0, 2, -1}) Tensor twice(Tensor x); // wrong
    @Permute({}) Tensor none(Tensor x); // wrong
    @Transpose Tensor vector(@In(6) Tensor v); // wrong
    @Transpose(first = 3) Tensor first(Tensor x); // wrong
    @Transpose(first = 0, second = -5) Tensor second(Tensor x); // wrong
    @Transpose(first = 5, second = 6) Tensor both(Tensor x); // wrong, wrong
    @Transpose(first = 1, second = -2) Tensor itself(Tensor x); // wrong
    @Transpose(first = 2) Tensor byDefault(Tensor x); // wrong
}
@Network
interface Fine {
    @Permute({-1, 0, 1}) Tensor turned(@In({3, 4, 5}) Tensor x);
    @Transpose(first = 0) Tensor swapped(Tensor turned);
}
