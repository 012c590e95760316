// A class is no record, however much it looks like one.
@Network
interface Net {
    final class Point { float x; float y; }
    interface Shaped { float x(); }
    @Dense(3) Tensor a(@In Point point); // wrong
    @Dense(3) Tensor b(@In Shaped shaped); // wrong
    @Dense(3) Tensor c(@In Record any); // wrong
}
