// Options of convolutions that are out of range, whatever the shapes.
@Network
interface Net {
    @Conv2d(value = -1, kernel = 3) Tensor a(@In({1, 8, 8}) Tensor image); // wrong
    @Conv2d(kernel = 0) Tensor b(Tensor a); // wrong
    @Conv2d(kernel = {3, 3, 3}) Tensor c(Tensor b); // wrong
    @Conv2d(kernel = {}) Tensor d(Tensor c); // wrong
    @Conv2d(kernel = 3, stride = {1, 0}) Tensor e(Tensor d); // wrong
    @Conv2d(kernel = 3, stride = {}) Tensor f(Tensor e); // wrong
    @Conv2d(kernel = 3, dilation = -2) Tensor g(Tensor f); // wrong
    @Conv2d(kernel = 3, padding = {1, 2, 3}) Tensor h(Tensor g); // wrong
    @Conv2d(kernel = 3, padding = {1, -1}) Tensor i(Tensor h); // wrong
    @Conv2d(kernel = 3, groups = 0) Tensor j(Tensor i); // wrong
    @Conv2d(kernel = 3, groups = -2) Tensor k(Tensor j); // wrong
    @Conv1d(kernel = {3, 3}) Tensor l(@In({2, 9}) Tensor signal); // wrong
    @Conv1d(kernel = 3, padding = {1, 2, 3, 4}) Tensor m(Tensor l); // wrong
    @Conv1d(kernel = 3, padding = -2) Tensor n(Tensor m); // wrong
    @ConvTranspose1d(kernel = 3, outputPadding = 1) Tensor o(Tensor n); // wrong
    @ConvTranspose1d(kernel = 3, stride = 2, outputPadding = -1) Tensor p(Tensor o); // wrong
    @ConvTranspose1d(kernel = 3, stride = 2, padding = -1) Tensor q(Tensor p); // wrong
    @ConvTranspose2d(kernel = 3, stride = {2, 3}, outputPadding = {1, 3}) Tensor r(Tensor k); // wrong
    @ConvTranspose2d(kernel = 3, stride = 2, dilation = 3, outputPadding = 3) Tensor s(Tensor r); // wrong
    @ConvTranspose2d(kernel = 3, outputPadding = {}) Tensor t(Tensor s); // wrong
    @ConvTranspose2d(kernel = 3, stride = 0, outputPadding = 0, groups = -3) Tensor u(Tensor t); // wrong wrong
}
@Network
interface Fine {
    @ConvTranspose2d(value = 2, kernel = 3, stride = 2, dilation = 3, outputPadding = 2) Tensor y(@In({1, 3, 3}) Tensor x);
}
