// A weight and a sample that no array holds.
@Network
interface Net {
    @Dense(50_000) Tensor a(@In(50_000) Tensor image); // wrong
    @Dense(50_000) Tensor b(@In({50_000, 2}) Tensor scan); // wrong
}
