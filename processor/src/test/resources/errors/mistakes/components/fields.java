// Layers on fields, which nothing reads.
@Network
interface FineNet {
    @Dense(3) Tensor hidden(@In Passenger passenger);
}
record Passenger(@Standardize float age) {
    @MinMax static final float OLDEST = 100; // wrong
}
class Ship {
    @Embedding(3) Object port; // wrong
    @Missing @Standardize float length; // wrong wrong
}
