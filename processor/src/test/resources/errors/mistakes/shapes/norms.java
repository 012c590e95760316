// Axes that a sample lacks, and options of norms outside of their ranges.
@Network
interface Net {
    @LayerNorm(axes = 3) Tensor more(@In({3, 4}) Tensor x); // wrong
    @RMSNorm(axes = 2) Tensor vector(@In(4) Tensor v); // wrong
    @LayerNorm(axes = 0) Tensor none(Tensor x); // wrong
    @RMSNorm(axes = -1) Tensor negative(Tensor x); // wrong
    @LayerNorm(epsilon = 0) Tensor epsilon(Tensor x); // wrong
    @RMSNorm(epsilon = -1e-6) Tensor below(Tensor x); // wrong
    @LayerNorm(epsilon = 0.0 / 0.0, axes = 0) Tensor both(Tensor x); // wrong, wrong
    @Dense(1) @LayerNorm Tensor constant(Tensor x); // wrong
    @Dense(1) @LayerNorm Tensor single(Tensor v); // wrong
    @Dense(3) @LayerNorm @Normal(0.1) Tensor initialised(Tensor v); // wrong
    @Dense(3) Tensor edge(@LayerNorm(axes = 2) Tensor v); // wrong
}
@Network
interface Fine {
    @LayerNorm(axes = 2, bias = false) Tensor y(@In({3, 4}) Tensor x);
    @Dense(1) @RMSNorm Tensor z(Tensor y);
}
