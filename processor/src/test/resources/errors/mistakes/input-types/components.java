// Records with components that are no numbers.
@Network
interface Net {
    record Point(float x, float y) {}
    record Line(Point from, float length) {} // wrong
    record Text(String text, char letter, java.time.LocalDate day) {} // wrong, wrong, wrong
    record Vector(float[] elements, java.util.List<Float> list, Tensor tensor) {} // wrong, wrong, wrong
    record Chain(Chain next, float value) {} // wrong
    record Large(java.math.BigDecimal amount, Number number, Object any) {} // wrong, wrong, wrong
    record Nothing(Void nothing, Never never) {} // wrong, wrong
    enum Never { ; }
    @Dense(3) Tensor a(@In Line line);
    @Dense(3) Tensor b(@In Text text);
    @Dense(3) Tensor c(@In Vector vector);
    @Dense(3) Tensor d(@In Chain chain);
    @Dense(3) Tensor e(@In Large large);
    @Dense(3) Tensor f(@In Nothing nothing);
}
