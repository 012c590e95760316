// Independent mistakes are all reported.
@Network
interface Net {
    @Dense(-1) Tensor a(@In(4) Tensor image); // wrong
    @Dropout(2) Tensor b(Tensor imag); // wrong, wrong
    @Dense(3) void c(Tensor image); // wrong
    @Add Tensor d(@Dense(5) Tensor image, @Dense(6) Tensor scan); // wrong
    @Dense(3) Tensor e(@In(0) Tensor noise); // wrong
    @CrossEntropy Loss loss(Tensor a, float target); // wrong
}
