// Scaling of components that are no numbers.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In Passenger passenger);
}
enum Port { CHERBOURG, QUEENSTOWN }
record Passenger(
        @Standardize(epsilon = 0.1) Port port, // wrong
        @MinMax boolean alone, // wrong
        float fare,
        @Standardize Boolean married) {} // wrong
