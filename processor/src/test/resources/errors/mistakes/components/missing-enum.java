// A missing enum needs no number.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In Passenger passenger);
}
enum Port { CHERBOURG, QUEENSTOWN, SOUTHAMPTON }
record Passenger(
        @Missing(2) Port from, // wrong
        @Embedding(3) @Missing(indicator = true) Port to, // wrong
        @Missing Port over) {}
