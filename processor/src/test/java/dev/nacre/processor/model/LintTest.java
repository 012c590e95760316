package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dropout-on-output | @Dense(3) @Dropout(0.2) Tensor y(@In(2) Tensor x);",
                "double-activation | @Dense(3) @ReLU @Tanh Tensor y(@In(2) Tensor x);",
                "softmax-before-cross-entropy | @Dense(3) @Softmax Tensor y(@In(2) Tensor x);"
                        + " @CrossEntropy Loss l(Tensor y, Label t);",
                "softmax-before-cross-entropy | @Dense(3) Tensor y(@In(2) Tensor x);"
                        + " @CrossEntropy Loss l(@Softmax Tensor y, Label t);",
                "dropout-before-batch-norm | @Dropout(0.2) @Dense(3) @BatchNorm Tensor y(@In(2) Tensor x);",
                "high-dropout | @Dropout(0.8) @Dense(3) Tensor y(@In(2) Tensor x);"
            })
    void eachCanBeSilenced(String id, String text) {
        assertEquals(1, Built.of(text).texts().size());
        assertEquals(List.of(), Built.of("suppress " + id + "; " + text).texts());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Dense(3) @ReLU @Dropout(0.7) Tensor h(@In(2) Tensor x); @Dense(2) Tensor y(Tensor h);",
                "@BatchNorm @Dropout(0.2) @Dense(3) @ReLU @Dense(2) @Tanh Tensor y(@In(2) Tensor x);",
                "@Dense(3) Tensor y(@In(2) Tensor x); @Softmax Tensor p(Tensor y); @CrossEntropy Loss l(Tensor y, Label t);"
            })
    void whatIsFineIsNotReported(String text) {
        assertEquals(List.of(), Built.of(text).texts());
    }
}
