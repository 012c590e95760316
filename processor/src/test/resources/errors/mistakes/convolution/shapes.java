// Samples that are no images, groups that do not divide, and results that are nothing.
@Network
interface Flat {
    @Conv2d(value = 8, kernel = 3) Tensor y(@In(784) Tensor x); // wrong
}
@Network
interface Grey {
    @Conv2d(value = 8, kernel = 3) Tensor y(@In({28, 28}) Tensor x); // wrong
}
@Network
interface Image {
    @Conv1d(value = 8, kernel = 3) Tensor y(@In({1, 28, 28}) Tensor x); // wrong
}
@Network
interface Plain {
    @ConvTranspose1d(value = 8, kernel = 3) Tensor y(@In(28) Tensor x); // wrong
}
@Network
interface Deep {
    @ConvTranspose2d(value = 8, kernel = 3) Tensor y(@In({1, 2, 8, 8}) Tensor x); // wrong
}
@Network
interface Groups {
    @Conv2d(value = 8, kernel = 3, groups = 4) Tensor y(@In({6, 9, 9}) Tensor x); // wrong
}
@Network
interface Multiplied {
    @Conv2d(value = 8, kernel = 3, groups = Conv2d.DEPTHWISE) Tensor y(@In({3, 9, 9}) Tensor x); // wrong
}
@Network
interface Upward {
    @ConvTranspose1d(value = 3, kernel = 3, groups = 2) Tensor y(@In({4, 9}) Tensor x); // wrong
}
@Network
interface Nothing {
    @ConvTranspose2d(value = 3, kernel = 2, padding = 2) Tensor y(@In({4, 3, 9}) Tensor x); // wrong
}
@Network
interface NothingOfALine {
    @ConvTranspose1d(value = 3, kernel = 1, padding = 3) Tensor y(@In({4, 3}) Tensor x); // wrong
}
@Network
interface DepthwiseUp {
    @ConvTranspose1d(value = 3, kernel = 3, groups = ConvTranspose1d.DEPTHWISE) Tensor y(@In({4, 9}) Tensor x); // wrong
}
