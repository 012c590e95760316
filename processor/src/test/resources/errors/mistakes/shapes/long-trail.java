// A long way to a shape that does not fit: its ends are told.
@Network
interface Net {
    @Dense(5) @ReLU Tensor one(@In(4) Tensor image);
    @Dense(6) @ReLU Tensor two(Tensor one);
    @Dense(7) @ReLU Tensor three(Tensor two);
    @Dense(8) @ReLU Tensor four(Tensor three);
    @Dense(9) @ReLU Tensor five(Tensor four);
    @Add Tensor six(Tensor five, Tensor four); // wrong
    @Dense(2) Tensor fine(Tensor six);
}
