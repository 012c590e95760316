// Sizes of embeddings outside of their range.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In Passenger passenger);
}
enum Port { CHERBOURG, QUEENSTOWN, SOUTHAMPTON }
record Passenger(
        @Embedding(0) Port from, // wrong
        @Embedding(-3) Port to, // wrong
        @Embedding(2_000_000_000) Port over, // wrong
        float fare) {}
