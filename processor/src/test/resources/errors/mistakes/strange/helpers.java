// Methods of the user's own in the place of private ones of the generated class.
@Network
abstract class Net {
    @Dense(3) abstract Tensor hidden(@In(4) Tensor image);
    void reserve(int batch) {} // wrong
    protected void drawMasks() {} // wrong
    final void forwardHidden(float[] image, float[] hidden, int batch) {} // wrong
    void forwardHidden(String fine) {}
    void backwardCompatible() {}
    void initialise(long seed) {} // wrong
    private void reserveGradients(int batch) {}
    void setStep1(long step) {} // wrong
}
