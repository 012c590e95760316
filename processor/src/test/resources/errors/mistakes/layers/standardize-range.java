// Options of a standardisation outside of their ranges.
@Network
interface Net {
    @Standardize(epsilon = 0) @Dense(3) Tensor a(@In(4) Tensor image); // wrong
    @Standardize(epsilon = 0.0 / 0.0) @Dense(3) Tensor b(Tensor image); // wrong
}
