// The DESIGN's example: a kernel that does not fit what is left of an image.
@Network
interface Net {
    @Conv2d(value = 8, kernel = 3, stride = 2) @ReLU
    Tensor first(@In({1, 17, 17}) Tensor image);
    @Conv2d(value = 16, kernel = 3, stride = 2) @ReLU
    Tensor second(Tensor first);
    @Conv2d(kernel = 5) Tensor third(Tensor second); // wrong
}
@Network
interface Gaps {
    @Conv2d(kernel = {2, 3}, dilation = 3, padding = {1, 0}) Tensor y(@In({1, 4, 6}) Tensor x); // wrong
}
@Network
interface Uneven {
    @Conv2d(kernel = 6, padding = {0, 1, 2, 0}) Tensor y(@In({1, 4, 4}) Tensor x); // wrong
}
@Network
interface Line {
    @Conv1d(kernel = 4) Tensor y(@In({2, 3}) Tensor x); // wrong
}
@Network
interface Wide {
    @Conv1d(kernel = 2, dilation = 1000000) Tensor y(@In({2, 3}) Tensor x); // wrong
}
@Network
interface FineSame {
    @Conv2d(kernel = 5, padding = Conv2d.SAME) Tensor y(@In({1, 3, 3}) Tensor x);
}
