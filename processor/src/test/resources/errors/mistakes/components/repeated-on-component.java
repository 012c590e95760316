// A layer repeated on a component.
@Network
interface FineNet {
    @Dense(3) Tensor hidden(@In Passenger passenger);
}
record Passenger(@Standardize @Standardize float fare) {} // wrong
