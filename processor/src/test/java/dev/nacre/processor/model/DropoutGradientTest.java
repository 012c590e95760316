package dev.nacre.processor.model;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The layers that drop, alone and behind a product, where they ride on it. */
class DropoutGradientTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Dropout(value = 0.4, scaling = AT_EVALUATION) @Tanh Tensor y(@In(6) Tensor x);",
                "@Dense(5) @Sigmoid @Dropout(value = 0.4, scaling = AT_EVALUATION) Tensor y(@In(6) Tensor x);",
                "@Dense(5) @Tanh @Dropout(value = 0.4, shared = {BATCH}) Tensor y(@In(6) Tensor x);",
                "@Dense(5) @Tanh @Dropout(value = 0.4, shared = {TIME}) Tensor y(@In({3, 6}) Tensor x);",
                "@Dense(5) @Tanh @Dropout(value = 0.4, shared = {POSITIONS, BATCH}) Tensor y(@In({3, 6}) Tensor x);",
                "@Tanh @Dropout(value = 0.4, noiseShape = {1, 3, 1}) Tensor y(@In({2, 3, 4}) Tensor x);",
                "@Dense(5) @Tanh @SpatialDropout(0.4) Tensor y(@In({3, 6}) Tensor x);",
                "@SELU @AlphaDropout(0.4) @Dense(2) Tensor y(@In({3, 6}) Tensor x);",
                "@SELU @FeatureAlphaDropout(0.4) @Tanh Tensor y(@In({3, 2, 6}) Tensor x);",
                "@Tanh @DropBlock(value = 0.3, blockSize = 2) @Sigmoid Tensor y(@In({2, 4, 5}) Tensor x);",
                "@Dense(6) @Tanh Tensor f(@In(6) Tensor x); @Add Tensor y(@DropPath(0.4) Tensor f, Tensor x);",
                "@Dense(6) @Tanh @DropPath(0.4) Tensor y(@In(6) Tensor x);"
            })
    void layer(String text) {
        GradientCheck.check(Built.of(text));
    }
}
