// Masks that are shared along axes which are not there, or in two ways.
@Network
interface Net {
    @Dropout(shared = Shared.TIME) @Dense(3) Tensor a(@In(4) Tensor x); // wrong
    @Dense(8) @Dropout(shared = {Shared.BATCH, Shared.POSITIONS}) @ReLU Tensor b(Tensor x); // wrong
    @Dropout(shared = {Shared.TIME, Shared.POSITIONS}) @Dense(3) Tensor c(@In({3, 4}) Tensor steps); // wrong
    @Dropout(noiseShape = {1, 4}, shared = Shared.TIME) @Dense(3) Tensor d(Tensor steps); // wrong
    @Dense(5) @Dropout(noiseShape = 3) @ReLU Tensor e(Tensor steps); // wrong
    @Dense(5) @Dropout(noiseShape = {3, 4}) @ReLU Tensor f(Tensor steps); // wrong
    @Dropout(noiseShape = {3, 0}) @Dense(3) Tensor g(Tensor steps); // wrong
    @Dropout(value = 2, shared = Shared.BATCH) @Dense(3) Tensor h(Tensor steps); // wrong
}
