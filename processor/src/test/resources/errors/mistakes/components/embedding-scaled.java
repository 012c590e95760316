// An enum cannot be scaled, embedded or not.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In Passenger passenger);
}
enum Port { CHERBOURG, QUEENSTOWN, SOUTHAMPTON }
record Passenger(@Embedding(3) @Standardize Port from) {} // wrong
