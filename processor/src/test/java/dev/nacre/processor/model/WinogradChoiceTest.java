package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which convolutions are made by Winograd's filtering: those that benchmarks/README.md found to be faster, and can be. */
class WinogradChoiceTest {
    @ParameterizedTest
    @CsvSource({
        // in, out, kernel, stride, padding, dilation, groups
        "32, 32, 3, 1, 1, 1, 1, true",
        "24, 48, 3, 1, 0, 1, 1, true",
        "64, 64, 3, 1, 2, 1, 1, true",
        "16, 16, 3, 1, 1, 1, 1, false",
        "16, 64, 3, 1, 1, 1, 1, false",
        "3, 512, 3, 1, 1, 1, 1, false",
        "64, 64, 5, 1, 1, 1, 1, false",
        "64, 64, 3, 2, 1, 1, 1, false",
        "64, 64, 3, 1, 3, 1, 1, false",
        "64, 64, 3, 1, 1, 2, 1, false",
        "64, 64, 3, 1, 1, 1, 2, false",
        "4096, 4096, 3, 1, 1, 1, 1, false",
    })
    void byShape(int in, int out, int kernel, int stride, int padding, int dilation, int groups, boolean expected) {
        Window image = new Window(
                List.of(9, 9),
                List.of(kernel, kernel),
                List.of(stride, stride),
                List.of(padding, padding),
                List.of(padding, padding),
                List.of(dilation, dilation),
                false);
        assertEquals(expected, new Operand.Convolved("conv", in, out, groups, image, false).winograd());
        Window signal = new Window(
                List.of(9),
                List.of(kernel),
                List.of(stride),
                List.of(padding),
                List.of(padding),
                List.of(dilation),
                false);
        assertEquals(false, new Operand.Convolved("conv", in, out, groups, signal, false).winograd());
    }
}
