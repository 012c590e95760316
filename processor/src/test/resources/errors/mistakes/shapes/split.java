// Parts that do not make up an axis.
@Network
interface Net {
    @Split(index = 0) Tensor neither(@In({6, 4}) Tensor x); // wrong
    @Split(parts = 2, sizes = {3, 3}, index = 0) Tensor both(Tensor x); // wrong
    @Split(parts = 0, index = 0) Tensor zero(Tensor x); // wrong
    @Split(parts = -2, index = 0) Tensor negative(Tensor x); // wrong
    @Split(parts = 4, index = 0) Tensor unequal(Tensor x); // wrong
    @Split(parts = 3, index = 3) Tensor index(Tensor x); // wrong
    @Split(parts = 3, index = -4) Tensor before(Tensor x); // wrong
    @Split(parts = 1, index = 1) Tensor one(Tensor x); // wrong
    @Split(sizes = {2, 3}, index = 0) Tensor sum(Tensor x); // wrong
    @Split(sizes = {2, 0, 4}, index = 0) Tensor none(Tensor x); // wrong
    @Split(sizes = {2_000_000_000, 2_000_000_000}, index = 0) Tensor overflow(Tensor x); // wrong
    @Split(sizes = {50_000 * 50_000, 2}, index = 0) Tensor product(Tensor x); // wrong
    @Split(parts = 2, index = 0, axis = 2) Tensor axis(Tensor x); // wrong
}
@Network
interface Fine {
    @Split(sizes = 6, index = -1) Tensor y(@In({6, 4}) Tensor x);
}
