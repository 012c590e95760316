
// Each of them is a nonlinearity.
@Network
interface Net {
    @Dense(3) @GELU @SiLU Tensor a(@In(4) Tensor x); // wrong
    @Dense(3) @PReLU @Mish @LeakyReLU Tensor b(Tensor x); // wrong, wrong
    @Dense(3) @ReLU6 @RReLU Tensor c(Tensor x); // wrong
    @Dense(3) @Exp @Log Tensor d(Tensor x);
    @Dense(3) @Abs @Sqrt @Tanh Tensor e(Tensor x);
    @Dense(4) @GLU @ReLU Tensor f(Tensor x);
}
