// Initialisers behind layers without weights, and two for one layer.
@Network
interface Methods {
    @Dense(3) @ReLU @Normal(0.01) Tensor a(@In(4) Tensor image); // wrong
    @Dense(3) Tensor b(@Dropout(0.5) @Normal(0.01) Tensor image); // wrong
}
@Network
@In(4)
@Dense(3)
@Normal(0.01)
@Normal(0.02) // wrong
interface Stacked {}
