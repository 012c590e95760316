// Components whose types have no value for what is missing.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In Passenger passenger);
}
record Passenger(
        @Missing int siblings, // wrong
        @Missing(0.5) boolean alone, // wrong
        @Missing(3) long ticket, // wrong
        @Missing(3) float fare,
        @Missing Integer deck) {}
