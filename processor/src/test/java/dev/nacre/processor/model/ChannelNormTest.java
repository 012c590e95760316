package dev.nacre.processor.model;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Norms of channels: their gradients, with what rides on them. */
class ChannelNormTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@GroupNorm(groups = 2) @Tanh Tensor y(@In({4, 2, 3}) Tensor x);",
                "@GroupNorm(groups = 1, affine = false) Tensor y(@In({2, 3}) Tensor x);",
                "@Dense(6) @GroupNorm(groups = 3, epsilon = 0.1) @ReLU Tensor y(@In(2) Tensor x);",
                "@Conv2d(value = 4, kernel = 2) @GroupNorm(groups = 4) Tensor y(@In({1, 3, 4}) Tensor x);",
                "@GroupNorm(groups = 2) @ReLU @Dropout(0.5) Tensor y(@In({4, 2, 3}) Tensor x);",
                "@Conv2d(value = 4, kernel = 2) @GroupNorm(groups = 2) @SiLU @SpatialDropout(0.5) Tensor y(@In({1, 3, 4}) Tensor x);",
                "@InstanceNorm @Tanh @DropPath(0.5) Tensor y(@In({2, 5}) Tensor x);",
                "@InstanceNorm Tensor y(@In({2, 5}) Tensor x);",
                "@InstanceNorm(affine = true) @Dropout(0.5) Tensor y(@In({2, 2, 2}) Tensor x);",
                "@InstanceNorm(trackRunning = true) @Tanh Tensor y(@In({2, 5}) Tensor x);",
                "@InstanceNorm(affine = true, trackRunning = true, momentum = 0.3) @SiLU @Dropout(0.5) Tensor y(@In({2, 2, 3}) Tensor x);",
                "@Conv2d(value = 2, kernel = 2) @InstanceNorm(affine = true, trackRunning = true) @ReLU Tensor y(@In({1, 3, 4}) Tensor x);",
                "@LocalResponseNorm(size = 3, alpha = 0.5) Tensor y(@In({4, 2, 2}) Tensor x);",
                "@LocalResponseNorm(size = 2, alpha = 0.5, beta = 0.5, k = 2) @Tanh Tensor y(@In({5, 1}) Tensor x);",
                "@LocalResponseNorm(size = 9, alpha = 2, beta = 1.3) Tensor y(@In(4) Tensor x);",
                "@BatchNorm @Tanh @Dropout(0.5) Tensor y(@In({2, 2, 3}) Tensor x);",
                "@BatchNorm @SiLU Tensor y(@In({2, 2, 3}) Tensor x);",
                "@BatchNorm @ReLU @Conv2d(value = 2, kernel = 2) @BatchNorm @ReLU Tensor y(@In({2, 3, 3}) Tensor x);"
            })
    void gradientsFollowFromTheForwardPass(String network) {
        GradientCheck.check(Built.of(network));
    }
}
