// Nested types with the names of those that generated code names.
@Network
interface Net {
    interface Kernels {} // wrong
    enum List { A, B } // wrong
    record Shape(float width, float height) {} // wrong
    record Point(float x, float y) {}
    @Dense(3) Tensor hidden(@In Shape shape);
}
@Network
@In(4)
@Dense(3)
class FineStack {
    interface Kernels {}
}
