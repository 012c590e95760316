// Results of every kind but the right one.
@Network
interface Net {
    @Dense(3) Tensor[] a(@In(4) Tensor image); // wrong
    @Dense(3) java.util.List<Tensor> b(Tensor image); // wrong
    @Dense(3) java.util.Optional<Tensor> c(Tensor image); // wrong
    @Dense(3) float d(Tensor image); // wrong
    @Dense(3) Object e(Tensor image); // wrong
    @Dense(3) Label f(Tensor image); // wrong
    @Dense(3) Target g(Tensor image); // wrong
    @Dense(3) Thread.State h(Tensor image); // wrong
}
