// A second layer for one number in a pipeline, beside a component that is no number.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In Passenger passenger);
}
@Stack @MinMax
@interface Scaled {}
record Passenger(
        @Standardize @Missing @Scaled float deck, // wrong
        String name) {} // wrong
