package dev.nacre.processor.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradients through the components of records, and through the layers that may stand on them. */
class RecordGradientTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@MinMax Tensor y(@In({3, 2}) Tensor x);",
                "@MinMax(low = -1, high = 2.5) @Dense(2) Tensor y(@In(4) Tensor x);",
                "@Dense(3) @Standardize @Tanh @MinMax(low = -1) Tensor y(@In(4) Tensor x);",
                "record R(float a, @Standardize Float b, int c); @Dense(2) Tensor y(@In R r);",
                "record R(@MinMax float a, @MinMax(high = 4) int b); @Dense(2) Tensor y(@In R r);",
                "enum E {A, B, C}; record R(@Embedding(2) E e); @Tanh @Dense(3) Tensor y(@In R r);",
                "enum E {A, B, C}; record R(float a, E d, @Missing @Embedding(4) E e, E f); @Dense(2) Tensor y(@In R r);",
                "enum E {A, B}; record R(@Missing E e, @Missing(0.5) Boolean b, float c); @Dense(2) Tensor y(@In R r);",
                "record R(@Missing(3) @Standardize Float a, @MinMax @Missing(3) Float b); @Dense(2) Tensor y(@In R r);",
                "record R(@Missing(value = -1, indicator = true) Float a, float b); @Dense(2) Tensor y(@In R r);",
                "record R(@Missing(indicator = true) @Standardize Float a); @Dense(2) Tensor y(@In R r);"
            })
    void component(String text) {
        GradientCheck.check(Built.of(text));
    }

    /** Two readers of one record: it is encoded once, and its gradients add up. */
    @Test
    void severalReaders() {
        GradientCheck.check(Built.of("""
                enum Port { SOUTH, EAST, WEST };
                record Passenger(@Standardize Float age, @MinMax float fare, @Embedding(3) Port port, boolean alone);
                @Dense(4) @Tanh Tensor a(@In Passenger passenger);
                @Dense(4) Tensor b(Tensor a);
                @Add @Dense(2) Tensor c(@Dense(4) Passenger passenger, Tensor b);
                @CrossEntropy Loss loss(Tensor c, Label label);
                """));
    }

    /** Two inputs of one type of record have statistics and embeddings of their own. */
    @Test
    void twoInputsOfOneType() {
        GradientCheck.check(Built.of("""
                enum Kind { A, B };
                record Item(@Standardize Float size, @Embedding(2) Kind kind);
                @Concat @Dense(3) Tensor y(@In Item left, @In Item right);
                @Dense(2) @CrossEntropy Loss loss(Tensor y, Label label);
                """));
    }
}
