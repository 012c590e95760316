package dev.nacre.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every stored case about optimisers, schedules and training end to end is run, or listed here with the reason. */
class ConformanceCasesTest {
    private static final Map<String, String> NOT_RUN = Map.of(
            "pytorch e2e/cnn_bn_dropout_adam_5steps",
            "needs a generated network: verification runs it (EndToEndTest)",
            "pytorch e2e/transformer_adamw_5steps",
            "needs embedding and attention, which are not in the language yet");

    @Test
    void allCasesAreRunOrListed() throws IOException, URISyntaxException {
        Set<String> known = new TreeSet<>(NOT_RUN.keySet());
        PyTorchOptimizerTest.cases().forEach(run -> known.add("pytorch optim/" + run.get()[0]));
        ScheduleTest.stored().forEach(run -> known.add("pytorch sched/" + run.get()[0]));
        OnnxOptimizerTest.cases().forEach(run -> known.add("onnx node/" + run.get()[0]));
        Path names = Path.of(ConformanceCasesTest.class
                .getResource("/conformance/optimizer-cases.txt")
                .toURI());
        try (Stream<String> lines = Files.lines(names)) {
            assertEquals(lines.collect(Collectors.toCollection(TreeSet::new)), known);
        }
    }
}
