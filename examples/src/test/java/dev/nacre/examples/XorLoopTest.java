package dev.nacre.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class XorLoopTest {
    @Test
    void learnsTheTable() {
        Output output = Output.of(() -> {
            XorLoop.main(new String[0]);
            return 0;
        });
        List<String> lines = output.out().lines().toList();
        assertTrue(lines.get(0).startsWith("step 100: loss "), output.out());
        assertEquals(
                List.of("0 xor 0 = 0", "0 xor 1 = 1", "1 xor 0 = 1", "1 xor 1 = 0"),
                lines.subList(lines.size() - 4, lines.size()));
    }
}
