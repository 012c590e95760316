// Positions and samples that adaptive and global pooling cannot have.
@Network
interface Net {
    @GlobalAvgPool Tensor vector(@In(5) Tensor v); // wrong
    @AdaptiveAvgPool2d(0) Tensor none(@In({2, 3, 5}) Tensor x); // wrong
    @AdaptiveMaxPool2d({1, 2, 3}) Tensor three(Tensor x); // wrong
    @AdaptiveMaxPool1d({2, 2}) Tensor two(@In({2, 3}) Tensor z); // wrong
    @AdaptiveAvgPool2d(2) Tensor line(Tensor z); // wrong
    @AdaptiveAvgPool2d(60000) Tensor huge(Tensor x); // wrong
}
@Network
interface Fine {
    @GlobalMaxPool Tensor y(@In({2, 5, 5, 5}) Tensor x);
}
