// Inputs as numbers, for which there are records.
@Network
interface Net {
    enum Colour { RED, GREEN }
    @Dense(3) Tensor a(@In double first); // wrong
    @Dense(3) Tensor b(@In float second); // wrong
    @Dense(3) Tensor c(@In int third); // wrong
    @Dense(3) Tensor d(@In Colour fourth); // wrong
    @Dense(3) Tensor e(@In(1) Label fifth); // wrong
    @Dense(3) Tensor f(@In(1) Loss sixth); // wrong
}
