
// Activations that do not fit their input.
@Network
interface Net {
    @PReLU(5) Tensor a(@In({3, 4}) Tensor image); // wrong
    @PReLU(2) Tensor b(@In({1, 4}) Tensor mask); // wrong
    @GLU Tensor c(@In({4, 3}) Tensor odd); // wrong
    @GLU(axis = 1) Tensor d(Tensor odd); // wrong
    @GLU(axis = 2) Tensor e(Tensor image); // wrong
    @Softmax(axis = 2) Tensor f(Tensor image); // wrong
    @LogSoftmax(axis = -3) Tensor g(Tensor image); // wrong
    @Softmin(axis = 9) Tensor h(Tensor image); // wrong
}
