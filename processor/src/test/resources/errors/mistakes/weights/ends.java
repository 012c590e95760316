// A uniform distribution whose lower end is the higher one.
@Network
interface Ends {
    @Dense(3) @Uniform(low = 0.1, high = -0.1) Tensor a(@In(4) Tensor image); // wrong
    @Uniform(low = 1, high = 0.5) @Dense(3) Tensor b(Tensor image); // wrong
}
@Network
interface FineEnds {
    @Dense(3) @Uniform(low = 0.1, high = 0.1) Tensor a(@In(4) Tensor image);
}
