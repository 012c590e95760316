// Frozen layers with running statistics alone.
@Network
interface Kept {
    @Dense(3) @BatchNorm(affine = false) @Frozen Tensor a(@In(4) Tensor image); // wrong
    @Dense(3) Tensor b(@Standardize @Frozen Tensor image); // wrong
    @Dense(3) @BatchNorm @Frozen Tensor c(Tensor image);
    @Use(FineNothing.class) @Frozen Tensor d(@In(4) Tensor image); // wrong
}
@Network
interface FineNothing {
    @ReLU Tensor y(@In(4) Tensor x);
}
