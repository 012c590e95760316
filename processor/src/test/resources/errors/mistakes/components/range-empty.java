// Ranges that are none.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In Passenger passenger);
    @MinMax(low = 2, high = 2) @Dense(3) Tensor other(@In(4) Tensor x); // wrong
    @MinMax(high = -1) @Dense(3) Tensor third(Tensor x); // wrong
}
record Passenger(
        @MinMax(low = 1) float age, // wrong
        @MinMax(low = 0.0 / 0.0) float fare, // wrong
        @MinMax(high = 1e39) float deck) {} // wrong
