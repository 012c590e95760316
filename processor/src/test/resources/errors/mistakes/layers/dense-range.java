// Widths that are no widths.
@Network
interface Net {
    @Dense(-10) Tensor a(@In(4) Tensor image); // wrong
    @Dense(50000 * 50000) Tensor b(Tensor image); // wrong
    @Dense(value = -1, bias = false) Tensor c(Tensor image); // wrong
}
