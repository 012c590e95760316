// Kernels, padding and positions that do not fit.
@Network
interface Net {
    @MaxPool2d(kernel = 4) Tensor large(@In({2, 3, 5}) Tensor x); // wrong
    @MaxPool2d(kernel = 3, padding = 2) Tensor half(Tensor x); // wrong
    @AvgPool2d(kernel = {3, 2}, padding = {1, 1, 0, 2}) Tensor side(Tensor x); // wrong
    @AvgPool2d(kernel = 2, padding = {1, 1, 1}) Tensor sides(Tensor x); // wrong
    @MaxPool2d(kernel = {2, 0}) Tensor kernel(Tensor x); // wrong
    @MaxPool2d(kernel = 2, stride = {1, 2, 3}) Tensor stride(Tensor x); // wrong
    @MaxPool2d(kernel = 2, dilation = 0) Tensor dilation(Tensor x); // wrong
    @MaxPool2d(kernel = 2, dilation = 4, padding = 1) Tensor gaps(Tensor x); // wrong
    @LpPool2d(kernel = 4) Tensor norm(Tensor x); // wrong
    @LpPool2d(kernel = 2, norm = 0) Tensor zero(Tensor x); // wrong
    @MaxPool2d(kernel = 2) Tensor rank(@In({4, 9}) Tensor z); // wrong
    @AvgPool1d(kernel = 2) Tensor image(Tensor x); // wrong
    @MaxPool1d(kernel = {2, 2}) Tensor two(Tensor z); // wrong
}
@Network
interface Fine {
    @MaxPool2d(kernel = 3, stride = 1, dilation = 2, padding = MaxPool2d.SAME) Tensor y(@In({2, 5, 5}) Tensor x);
    @AvgPool2d(kernel = {3, 2}, padding = {1, 1, 0, 1}) Tensor z(Tensor y);
}
