// Nested types with the names of the generated classes.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
    class NetNetwork {} // wrong
    interface NetPredictor {} // wrong
    enum FineNested { A, B }
}
