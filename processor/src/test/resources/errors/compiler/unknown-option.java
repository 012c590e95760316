// An option that does not exist leaves the width unsaid; that the compiler reports the cause is enough.
@Network
interface Net {
    @Dense(units = 3) Tensor a(@In(4) Tensor image); // wrong
    @Dense(2) Tensor b(Tensor a);
}
@Network
interface Input {
    @Dense(3) Tensor a(@In(shape = 4) Tensor image); // wrong
}
