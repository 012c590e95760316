// Each fits an array, and what they are repeated to does not.
@Network
interface Net {
    @Add Tensor out(@In({65536, 1}) Tensor a, @In({1, 65536}) Tensor b); // wrong
}
