// A record with type parameters.
record Pair<T>(float x, float y) {}
@Network
interface Net {
    @Dense(3) Tensor hidden(@In Pair<String> pair); // wrong
}
