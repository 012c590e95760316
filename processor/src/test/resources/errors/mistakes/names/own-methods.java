// Methods of the user's own that the generated class has to replace and cannot.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
    default void train() {} // wrong
    default int parameters() { return 3; } // wrong
    default String describe() { return "fine"; }
    static Tensor create(int seed) { return null; }
}
