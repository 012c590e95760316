package dev.nacre.processor.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Dense(3) Tensor y(@In(4) Tensor x);",
                "@Dense(value = 3, bias = false) Tensor y(@In({2, 3, 4}) Tensor x);",
                "@Flatten Tensor y(@In({2, 3}) Tensor x);",
                "@ReLU Tensor y(@In({2, 3}) Tensor x);",
                "@Sigmoid Tensor y(@In({2, 3}) Tensor x);",
                "@Tanh Tensor y(@In({2, 3}) Tensor x);",
                "@Softmax Tensor y(@In({2, 3}) Tensor x);",
                "@Dropout(0.4) @Tanh Tensor y(@In({4, 5}) Tensor x);",
                "@BatchNorm Tensor y(@In(4) Tensor x);",
                "@BatchNorm(momentum = 0.01, epsilon = 0.001) Tensor y(@In({3, 2, 2}) Tensor x);",
                "@BatchNorm(affine = false) Tensor y(@In({3, 2}) Tensor x);",
                "@Standardize Tensor y(@In({3, 2}) Tensor x);",
                "@Add Tensor y(@In(3) Tensor a, @In(3) Tensor b);",
                "@Add @Tanh Tensor y(@In(3) Tensor a, @In(3) Tensor b, @In(3) Tensor c);",
                "@Multiply Tensor y(@In({2, 2}) Tensor a, @In({2, 2}) Tensor b);",
                "@Multiply Tensor y(@In(3) Tensor a, @In(3) Tensor b, @In(3) Tensor c, @In(3) Tensor d);",
                "@Concat Tensor y(@In(3) Tensor a, @In(4) Tensor b);",
                "@Concat @Dense(2) Tensor y(@In({1, 3}) Tensor a, @In({2, 3}) Tensor b, @In({3, 3}) Tensor c);",
                "@Concat(axis = 1) Tensor y(@In({2, 3, 2}) Tensor a, @In({2, 1, 2}) Tensor b);",
                "@Concat(axis = -1) Tensor y(@In({2, 2, 3}) Tensor a, @In({2, 2, 1}) Tensor b);",
                "@Tanh Tensor h(@In(3) Tensor x); @CrossEntropy(weight = 0.3) Loss loss(Tensor h, Label label);",
                "@Tanh Tensor h(@In({2, 3}) Tensor x); @MeanSquaredError(weight = 2) Loss l(Tensor h, Target t);"
            })
    void layer(String text) {
        GradientCheck.check(Built.of(text));
    }

    @Test
    void perceptron() {
        GradientCheck.check(Built.of("""
                @Flatten @Dense(5) @ReLU @Dropout(0.2) Tensor hidden1(@In({1, 2, 3}) Tensor image);
                @Dense(4) @BatchNorm @Sigmoid @Dropout(0.5) Tensor hidden2(Tensor hidden1);
                @Dense(3) Tensor logits(Tensor hidden2);
                @CrossEntropy Loss loss(Tensor logits, Label label);
                """));
    }

    @Test
    void typeStackWithLoss() {
        GradientCheck.check(Built.of("""
                @In(4) @Standardize @Dense(5) @Tanh @BatchNorm @Dense(2) @MeanSquaredError type;
                """));
    }

    @Test
    void residualWithShortcutAndSeveralReaders() {
        GradientCheck.check(Built.of("""
                @Dense(4) @Tanh Tensor a(@In(3) Tensor x);
                @Dense(4) Tensor b(Tensor a);
                @Add @Sigmoid Tensor c(Tensor b, @Dense(4) @BatchNorm Tensor x, Tensor a);
                @Multiply Tensor gate(Tensor c, @Dense @Sigmoid Tensor a);
                @Concat @Dense(3) Tensor logits(Tensor gate, Tensor c, Tensor x);
                @CrossEntropy Loss loss(Tensor logits, int label);
                """));
    }

    @Test
    void viewsOfOneArray() {
        GradientCheck.check(Built.of("""
                @Flatten Tensor flat(@In({2, 3}) Tensor x);
                @Tanh Tensor direct(Tensor x);
                @Multiply @Dense(3) Tensor y(Tensor flat, @Flatten Tensor direct, @Flatten Tensor x);
                """));
    }

    @Test
    void severalLossesOnOneBody() {
        GradientCheck.check(Built.of("""
                enum Kind { A, B, C };
                @Dense(4) @Tanh Tensor body(@In(3) Tensor x);
                @Dense Tensor kind(Tensor body);
                @Dense Tensor size(Tensor body);
                @CrossEntropy(weight = 0.5) Loss kindLoss(Tensor kind, Kind k);
                @MeanSquaredError(weight = 3) Loss sizeLoss(Tensor size, float s);
                @Dense(2) @CrossEntropy Loss probe(Label side, Tensor body);
                """));
    }

    @Test
    void usedNetworksOfTwoInputs() {
        GradientCheck.check(new Built()
                .and("Gate", "@Multiply @Dense(3) @Tanh Tensor out(@In(2) @Dense(4) Tensor b, @In(4) Tensor a);")
                .and("Net", """
                        @Use(Gate.class) @Tanh Tensor g(@In(2) Tensor x, @Dense(4) Tensor x2);
                        @Tanh Tensor x2(Tensor x);
                        @Dense(2) @CrossEntropy Loss loss(Tensor g, Label l);
                        """));
    }

    @Test
    void repeatedNetworks() {
        Built block = new Built().and("Block", """
                @Dense(3) @BatchNorm @Tanh Tensor h(@In(3) Tensor x);
                @Add Tensor y(Tensor h, Tensor x);
                """);
        GradientCheck.check(
                block.and("Own", "@Dense(3) @Use(Block.class) @Repeat(3) @Tanh Tensor y(@In(2) Tensor x);"));
        GradientCheck.check(
                block.and("Shared", "@Use(Block.class) @Repeat(value = 3, shared = true) Tensor y(@In(3) Tensor x);"));
        GradientCheck.check(block.and("Outer", "@Use(Own.class) @Repeat(1) @Dense(2) Tensor y(@In(2) Tensor x);"));
    }
}
