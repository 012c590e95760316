// SELU with what does not keep its mean and variance, and what keeps them without it.
@Network
interface Net {
    @SELU @Dropout(0.2) @Dense(4) Tensor a(@In({3, 4}) Tensor x); // wrong
    @SELU @SpatialDropout(0.2) @Dense(4) Tensor b(Tensor a); // wrong
    @ReLU @AlphaDropout(0.2) @Dense(3) Tensor c(Tensor b); // wrong
    @Dense(3) @FeatureAlphaDropout(0.2) @ReLU Tensor d(Tensor b); // wrong
    @SELU @AlphaDropout(0.2) @Dense(3) Tensor fine(@AlphaDropout(0.1) Tensor x);
    @SuppressWarnings("nacre:alpha-dropout-without-selu") @ReLU @AlphaDropout(0.2) @Dense(3) Tensor silenced(Tensor fine);
}
