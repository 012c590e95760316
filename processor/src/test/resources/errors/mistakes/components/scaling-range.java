// Options of layers on components outside of their ranges.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In Passenger passenger);
}
record Passenger(
        @Standardize(epsilon = -1) float age, // wrong
        @Standardize(epsilon = 0.0 / 0.0) float fare) {} // wrong
