// Groups that do not divide the channels, groups of one element, and options of norms of channels outside of their ranges.
@Network
interface Net {
    @GroupNorm(groups = 4) Tensor undivided(@In({6, 3, 3}) Tensor x); // wrong
    @GroupNorm(groups = 7) Tensor more(Tensor x); // wrong
    @GroupNorm(groups = 0) Tensor none(Tensor x); // wrong
    @GroupNorm(groups = 4) Tensor single(@In(4) Tensor v); // wrong
    @GroupNorm(groups = 2, epsilon = 0) Tensor epsilon(Tensor x); // wrong
    @InstanceNorm Tensor vector(Tensor v); // wrong
    @InstanceNorm(epsilon = -1) Tensor below(Tensor x); // wrong
    @InstanceNorm(momentum = 0.2) Tensor unmoved(Tensor x); // wrong
    @InstanceNorm(trackRunning = true, momentum = 0) Tensor still(Tensor x); // wrong
    @LocalResponseNorm(size = 0) Tensor nobody(Tensor x); // wrong
    @LocalResponseNorm(size = 5, alpha = 0) Tensor alpha(Tensor x); // wrong
    @LocalResponseNorm(size = 5, beta = -0.75) Tensor beta(Tensor x); // wrong
    @LocalResponseNorm(size = 5, k = 0) Tensor k(Tensor x); // wrong
}
@Network
interface Fine {
    @GroupNorm(groups = 2) Tensor y(@In(4) Tensor v);
    @InstanceNorm Tensor z(@In({3, 2}) Tensor x);
    @InstanceNorm(trackRunning = true, momentum = 1) Tensor moved(Tensor x);
    @LocalResponseNorm(size = 9) Tensor w(Tensor v);
}
