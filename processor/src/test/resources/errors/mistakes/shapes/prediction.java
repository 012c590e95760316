// Losses on shapes that they are not for.
@Network
interface Net {
    @Dense(3) Tensor rows(@In({2, 4}) Tensor image);
    @Flatten Tensor flat(Tensor rows);
    @CrossEntropy Loss fine(Tensor rows, Label label);
    @MeanSquaredError Loss b(Tensor rows, float price); // wrong
    @CrossEntropy Loss c(@Dense(1) Tensor flat, Label other); // wrong
}
