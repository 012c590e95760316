// Embeddings that are too wide together.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In Passenger passenger); // wrong
}
enum Port { CHERBOURG }
record Passenger(@Embedding(2_000_000_000) Port from, @Embedding(2_000_000_000) Port to) {}
