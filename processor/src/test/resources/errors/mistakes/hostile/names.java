// Mistakes in names that are hard to print.
@Network
interface $Net_ {
    @Dense(-1) Tensor $(@In(4) Tensor ünïcödé); // wrong
    @Dense(3) Tensor \u0061b$c(Tensor unicode); // wrong
    @Dense(3) Tensor 隠れ層(Tensor 隠れ); // wrong
    @Dense(3) Tensor percent(Tensor s$s); // wrong
}
