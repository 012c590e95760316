// Methods of the user's own in the place of those that look at masks.
@Network
interface Net {
    @Dense(3) @Dropout(0.5) Tensor hidden(@In(4) Tensor image);
    @Dense(2) Tensor dropout(Tensor hidden);
    default Tensor mask(String name) { return null; } // wrong
    default java.util.List<String> masks() { return null; } // wrong
    default Net clearMasks() { return this; } // wrong
    default Object monteCarlo(Tensor image, int samples) { return null; } // wrong
    default String mask(int layer) { return ""; }
}
