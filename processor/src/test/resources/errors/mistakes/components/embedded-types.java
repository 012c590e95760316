// Embeddings of components that are no enums.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In Passenger passenger);
}
record Passenger(
        @Embedding(3) float fare, // wrong
        @Embedding(3) Boolean alone, // wrong
        int siblings) {}
