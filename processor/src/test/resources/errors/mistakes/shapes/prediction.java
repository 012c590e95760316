// Losses on shapes that they are not for.
@Network
interface Net {
    @Dense(3) Tensor rows(@In({2, 4}) Tensor image);
    @Flatten Tensor flat(Tensor rows);
    @CrossEntropy Loss a(Tensor rows, int label); // wrong
    @MeanSquaredError Loss b(Tensor rows, float price); // wrong
    @CrossEntropy Loss c(@Dense(1) Tensor flat, Label other); // wrong
    @Hinge Loss d(Tensor image, int third); // wrong
}
