// Weights and images that no array can hold.
@Network
interface Weights {
    @Conv2d(value = 100000, kernel = 50, padding = Conv2d.SAME) Tensor y(@In({10, 3, 3}) Tensor x); // wrong
}
@Network
interface Output {
    @Conv2d(value = 100000, kernel = 1) Tensor y(@In({1, 200, 200}) Tensor x); // wrong
}
@Network
interface Padding {
    @Conv2d(kernel = 1, padding = 100000) Tensor y(@In({1, 2, 2}) Tensor x); // wrong
}
@Network
interface Most {
    @Conv1d(kernel = 1, padding = 2147483647) Tensor y(@In({1, 2}) Tensor x); // wrong
}
@Network
interface Up {
    @ConvTranspose2d(kernel = 1, stride = 100000) Tensor y(@In({1, 2, 2}) Tensor x); // wrong
}
@Network
interface UpMost {
    @ConvTranspose1d(kernel = 2, dilation = 2147483647) Tensor y(@In({1, 2}) Tensor x); // wrong
}
@Network
interface UpWeights {
    @ConvTranspose2d(value = 100000, kernel = {50, 60}) Tensor y(@In({10, 3, 3}) Tensor x); // wrong
}
