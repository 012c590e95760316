// Two layers for one number.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In Passenger passenger);
}
record Passenger(
        @Standardize @MinMax(low = -1) float fare, // wrong
        @MinMax @Missing(3) @Standardize Float age) {} // wrong
