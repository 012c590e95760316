// Margins that cannot be.
@Network
interface Net {
    @Pad({1, 2, 3}) Tensor three(@In({2, 3, 5}) Tensor x); // wrong
    @Pad({-1, -2, 0, 0}) Tensor nothing(Tensor x); // wrong
    @Pad({0, -5}) Tensor columns(Tensor x); // wrong
    @Pad({-1, 4}) Tensor row(@In({2, 1, 4}) Tensor u); // wrong
    @Pad(-2147483648) Tensor negative(Tensor x); // wrong
    @Pad({1, 1, 1, 1}) Tensor four(@In({2, 3}) Tensor z); // wrong
    @Pad(1) Tensor vector(@In(5) Tensor v); // wrong
    @Pad(value = 3, mode = Pad.Mode.REFLECT) Tensor mirror(Tensor x); // wrong
    @Pad(value = {1, 0, 0, 0}, mode = Pad.Mode.REFLECT) Tensor one(@In({2, 1, 4}) Tensor w); // wrong
    @Pad(value = 1, mode = Pad.Mode.REPLICATE, constant = 2) Tensor unused(Tensor x); // wrong
    @Pad(value = 1, constant = 1e39) Tensor constant(Tensor x); // wrong
    @Pad(60000) Tensor huge(Tensor x); // wrong
}
@Network
interface Fine {
    @Pad(value = {2, 4}, mode = Pad.Mode.REFLECT) Tensor y(@In({2, 3, 5}) Tensor x);
    @Pad({-1, -1, 7, -4}) Tensor center(Tensor x);
}
