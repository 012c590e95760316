// A record of two networks: its mistake is told once.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In Passenger passenger);
}
@Network
interface Other {
    @Concat @Dense(3) Tensor hidden(@In Passenger one, @In Passenger two);
}
record Passenger(@Embedding(3) float age) {} // wrong
