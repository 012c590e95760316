// Layers that cannot stand on a component: of Java's rules they may, for accessors are methods.
@Network
interface FineNet {
    @Dense(3) Tensor hidden(@In Passenger passenger);
}
record Passenger(
        @Dense(3) float age, // wrong
        @ReLU float fare, // wrong
        @Standardize int deck) {}
