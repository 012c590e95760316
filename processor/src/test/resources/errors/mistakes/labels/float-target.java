// One number to compare with, and three predicted.
@Network
interface Net {
    @Dense(3) Tensor prices(@In(4) Tensor house);
    @MeanSquaredError Loss loss(Tensor prices, float price); // wrong
}
