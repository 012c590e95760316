// Dropped weights of convolutions are those of a batch.
@Network
interface Net {
    @Conv2d(value = 8, kernel = 3) @DropConnect(masks = DropConnect.Masks.PER_SAMPLE) Tensor a(@In({1, 9, 9}) Tensor x); // wrong
    @Conv2d(value = 8, kernel = 3) @DropConnect(evaluation = DropConnect.Evaluation.MOMENT_MATCHING) @ReLU Tensor b(Tensor a); // wrong
    @DropConnect(masks = DropConnect.Masks.PER_SAMPLE) @ConvTranspose2d(value = 8, kernel = 3) @Flatten @Dense(3) Tensor c(Tensor b); // wrong
}
@Network
interface Fine {
    @Conv2d(value = 8, kernel = 3) @DropConnect @ReLU Tensor a(@In({1, 9, 9}) Tensor x);
    @DropConnect(0.2) @ConvTranspose2d(value = 8, kernel = 3) @Flatten @Dense(3) Tensor b(Tensor a);
}
