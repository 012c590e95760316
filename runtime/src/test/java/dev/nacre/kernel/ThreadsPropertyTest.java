package dev.nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong number of threads on the command line: each call says so, and one that is set afterwards counts. */
class ThreadsPropertyTest {
    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "-3", "1025", ""})
    void eachCallSaysWhatIsWrong(String value) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dnacre.threads=" + value,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Calls.class.getName()))
                .redirectErrorStream(true)
                .start();
        String lines;
        try (InputStream output = process.getInputStream()) {
            lines = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        String line = "java.lang.IllegalArgumentException: system property nacre.threads is \"" + value
                + "\", but must be a number from 1 (the caller alone) to 1024; remove it for one per processor\n";
        assertEquals(line + line + line + "3 20\n", lines.replace(System.lineSeparator(), "\n"));
    }

    /** In a virtual machine of its own. */
    static final class Calls {
        private Calls() {}

        public static void main(String[] arguments) {
            int[] done = new int[1];
            attempt(Threads::count);
            attempt(() -> Threads.divide((from, to) -> done[0] += to - from, 20, 10));
            attempt(() -> Threads.divide((from, to) -> done[0] += to - from, 20, 10));
            Threads.count(3);
            Threads.divide((from, to) -> done[0] += to - from, 20, 20);
            System.out.println(Threads.count() + " " + done[0]);
        }

        private static void attempt(Runnable call) {
            try {
                call.run();
            } catch (Throwable thrown) {
                System.out.println(thrown);
            }
        }
    }
}
