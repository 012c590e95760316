// Blocks with the names of generated methods that take values and a number.
@Network
interface Net {
    @Dense(3) Tensor monteCarlo(@In(4) Tensor image); // wrong
    @Dense(3) Tensor predictMonteCarlo(@In(4) Tensor image); // wrong
}
