// Numbers that cannot stand for what is missing.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In Passenger passenger);
}
record Passenger(
        @Missing(0.0 / 0.0) float age, // wrong
        @Missing(value = 1e300, indicator = true) Float fare) {} // wrong
