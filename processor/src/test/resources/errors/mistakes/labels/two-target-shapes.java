// One target for predictions of two shapes.
@Network
interface Net {
    @Dense(10) Tensor near(@In({2, 4}) Tensor image);
    @Flatten Tensor far(Tensor near);
    @MeanSquaredError Loss loss(Tensor near, Target target);
    @MeanSquaredError Loss other(Tensor far, Target target); // wrong
}
