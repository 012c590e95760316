package dev.nacre.processor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Position;
import dev.nacre.processor.model.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Problems of the back end are printed where the user wrote what they are about. */
class PositionsTest {
    /** Reports a problem at every option and annotation of the network, and at its blocks and parameters. */
    private static List<String> everywhere(Problem.Severity severity, String... sources) {
        Javac javac = new Javac();
        javac.recorder.check = (network, problems) ->
                positions(network).forEach(position -> problems.accept(new Problem(severity, position, "here")));
        Compilation compilation = javac.compile(sources);
        return Javac.diagnostics(compilation);
    }

    private static List<Position> positions(Declarations.Network network) {
        List<Position> positions = new ArrayList<>(List.of(network.position()));
        network.input().ifPresent(input -> positions.add(input.position().option("value")));
        addLayers(network.stack(), positions);
        for (Declarations.Block block : network.blocks()) {
            positions.add(block.position());
            addLayers(block.stack(), positions);
            for (Declarations.Argument argument : block.arguments()) {
                positions.add(argument.position());
                argument.input().ifPresent(input -> positions.add(input.position()));
                addLayers(argument.stack(), positions);
                if (argument.type() instanceof Declarations.RecordType record) {
                    record.components().forEach(component -> positions.add(component.position()));
                }
            }
        }
        return positions;
    }

    private static void addLayers(List<Declarations.Layer> stack, List<Position> positions) {
        for (Declarations.Layer layer : stack) {
            positions.add(layer.position());
            layer.options()
                    .keySet()
                    .forEach(option -> positions.add(layer.position().option(option)));
        }
    }

    @Test
    void blocksAndParameters() {
        assertEquals(
                List.of(
                        "Net.java:3:1: here",
                        "Net.java:5:12: here",
                        "Net.java:4:5: here",
                        "Net.java:4:12: here",
                        "Net.java:4:16: here",
                        "Net.java:4:25: here",
                        "Net.java:5:60: here",
                        "Net.java:5:14: here",
                        "Net.java:5:26: here",
                        "Net.java:5:48: here"),
                everywhere(Problem.Severity.ERROR, """

                        @Network
                        interface Net {
                            @Dense(10) @Dropout(0.5)
                            Tensor x(@In({1, 2}) @BatchNorm(momentum = 0.1) Tensor y);
                        }
                        """));
    }

    @Test
    void repeatedLayersOfATypeStack() {
        assertEquals(
                List.of(
                        "Net.java:5:1: here",
                        "Net.java:2:14: here",
                        "Net.java:3:1: here",
                        "Net.java:3:8: here",
                        "Net.java:3:12: here",
                        "Net.java:3:18: here",
                        "Net.java:3:44: here",
                        "Net.java:3:33: here",
                        "Net.java:4:1: here"),
                everywhere(Problem.Severity.WARNING, """

                        @Network @In({3, 4})
                        @Dense(10) @ReLU @Dense(value = 20, bias = true)
                        @ReLU
                        interface Net {}
                        """));
    }

    @Test
    void compositesWhereTheyAreUsed() {
        assertEquals(
                List.of(
                        "Net.java:3:1: here",
                        "Net.java:5:12: here",
                        "Net.java:4:5: here",
                        "Net.java:5:27: here",
                        "Net.java:5:14: here",
                        "Net.java:8:20: here",
                        "Net.java:9:11: here"),
                everywhere(Problem.Severity.WARNING, """

                        @Network
                        interface Net {
                            @Hidden
                            Tensor x(@In(3) Point y);
                            @Stack @Dense(10) @ReLU @interface Hidden {}
                        }
                        record Point(float x,
                            float y) {
                        }
                        """));
    }
}
