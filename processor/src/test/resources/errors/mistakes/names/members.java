// Blocks with the names of generated methods.
@Network
interface Net {
    @Dense(3) Tensor forward(@In(4) Tensor image); // wrong
    @Dense(3) Tensor backward(Tensor forward); // wrong
    @Dense(3) Tensor parameters(Tensor backward); // wrong
    @Dense(3) Tensor predictor(Tensor parameters); // wrong
    @Dense(3) Tensor create(Tensor predictor); // wrong
    @Dense(3) Tensor hashCode(Tensor create); // wrong
    @Dense(3) Tensor state(Tensor hashCode); // wrong
}
