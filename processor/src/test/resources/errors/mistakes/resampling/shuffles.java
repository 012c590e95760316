// Scales, factors and groups that do not fit.
@Network
interface Net {
    @Upsample(0) Tensor zero(@In({6, 3, 5}) Tensor x); // wrong
    @Upsample({2, 2, 2}) Tensor three(Tensor x); // wrong
    @Upsample({2, 2}) Tensor two(@In({2, 3}) Tensor z); // wrong
    @Upsample(2) Tensor vector(@In(5) Tensor v); // wrong
    @Upsample(value = 2, mode = Upsample.Mode.LINEAR) Tensor line(Tensor x); // wrong
    @Upsample(value = 2, mode = Upsample.Mode.BILINEAR) Tensor plane(Tensor z); // wrong
    @Upsample(value = 2, alignCorners = true) Tensor corners(Tensor x); // wrong
    @Upsample(60000) Tensor huge(Tensor x); // wrong
    @PixelShuffle(2) Tensor channels(Tensor x); // wrong
    @PixelShuffle(0) Tensor none(Tensor x); // wrong
    @PixelShuffle(1) Tensor rank(Tensor z); // wrong
    @PixelUnshuffle(2) Tensor image(Tensor x); // wrong
    @PixelUnshuffle(2) Tensor flat(Tensor v); // wrong
    @ChannelShuffle(4) Tensor groups(Tensor x); // wrong
}
@Network
interface Fine {
    @ChannelShuffle(3) Tensor y(@In({6, 3, 5}) Tensor x);
}
