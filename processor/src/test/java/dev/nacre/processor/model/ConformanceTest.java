package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps against values that PyTorch computed in double precision. */
class ConformanceTest {
    private static final double TOLERANCE = 1e-9;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dense.3x15x17 | 3 | @Dense(17) Tensor y(@In(15) Tensor x);",
                "dense.time-distributed | 2 | @Dense(4) Tensor y(@In({5, 6}) Tensor x);",
                "act.ReLU | 7 | @ReLU Tensor y(@In(7) Tensor x);",
                "act.Tanh | 7 | @Tanh Tensor y(@In(7) Tensor x);",
                "norm.BatchNorm1d_train | 6 | @BatchNorm Tensor y(@In(5) Tensor x);",
                "norm.BatchNorm1d_noaffine | 5 | @BatchNorm(affine = false) Tensor y(@In(4) Tensor x);",
                "norm.BatchNorm1d_constant_feature | 5 | @BatchNorm Tensor y(@In(3) Tensor x);",
                "norm.BatchNorm2d_train | 4 |"
                        + " @BatchNorm(epsilon = 0.001, momentum = 0.01) Tensor y(@In({3, 5, 4}) Tensor x);",
                "norm.LayerNorm | 4 | @LayerNorm Tensor y(@In(9) Tensor x);",
                "norm.LayerNorm_2axes | 2 | @LayerNorm(axes = 2) Tensor y(@In({3, 4}) Tensor x);",
                "norm.LayerNorm_noaffine | 3 | @LayerNorm(affine = false) Tensor y(@In(7) Tensor x);",
                "norm.RMSNorm | 4 | @RMSNorm(epsilon = 0.000001) Tensor y(@In(9) Tensor x);",
                "merge.concat | 3 |"
                        + " @Concat Tensor y(Tensor h, Tensor x); @Dense(3) @ReLU Tensor h(@In(5) Tensor x);",
                "merge.residual_add | 3 |"
                        + " @Add Tensor y(Tensor x, Tensor h); @Dense(5) @Tanh Tensor h(@In(5) Tensor x);"
            })
    void layer(String name, int batch, String text) throws IOException {
        Vectors vectors = new Vectors(name);
        Graph graph = Built.of(text).graph();
        StepInterpreter interpreter = new StepInterpreter(graph, Map.of(), batch);
        fill(interpreter, vectors);
        interpreter.forward(Map.of("x", vectors.get("in.x")), Map.of(), Map.of());
        near(vectors.get("out.y"), interpreter.output("y"));
        interpreter.backward("y", vectors.get("up.y"));
        near(vectors.get("grad.in.x"), interpreter.inputGradient("x"));
        for (ParameterSpec parameter : graph.parameters()) {
            String role = parameter.name().substring(parameter.name().lastIndexOf('.') + 1);
            if (parameter.learned()) {
                near(vectors.get("grad." + role), interpreter.gradients().get(parameter.name()));
            } else {
                near(vectors.get("after." + role), interpreter.weights().get(parameter.name()));
            }
        }
    }

    private static void fill(StepInterpreter interpreter, Vectors vectors) {
        interpreter.weights().forEach((name, values) -> {
            String role = name.substring(name.lastIndexOf('.') + 1);
            double[] given = vectors.get((vectors.has("param." + role) ? "param." : "buf.") + role);
            System.arraycopy(given, 0, values, 0, values.length);
        });
    }

    @Test
    void runningStatisticsInEvaluation() throws IOException {
        Vectors vectors = new Vectors("norm.BatchNorm1d_eval");
        StepInterpreter interpreter = new StepInterpreter(
                Built.of("@BatchNorm Tensor y(@In(5) Tensor x);").graph(), Map.of(), 6);
        fill(interpreter, vectors);
        interpreter.training(false);
        interpreter.forward(Map.of("x", vectors.get("in.x")), Map.of(), Map.of());
        near(vectors.get("out.y"), interpreter.output("y"));
        near(vectors.get("after.running_var"), interpreter.weights().get("y.batchNorm.running_var"));
    }

    @Test
    void perceptron() throws IOException {
        Vectors vectors = new Vectors("dense.mlp-relu-tanh");
        Graph graph = Built.of("@In(11) @Dense(13) @ReLU @Dense(9) @Tanh @Dense(4) type;")
                .graph();
        StepInterpreter interpreter = new StepInterpreter(graph, Map.of(), 6);
        for (int i = 0; i < 3; i++) {
            for (String role : new String[] {"weight", "bias"}) {
                double[] given = vectors.get("param." + 2 * i + "." + role);
                System.arraycopy(given, 0, interpreter.weights().get("dense" + (i + 1) + "." + role), 0, given.length);
            }
        }
        interpreter.forward(Map.of("input", vectors.get("in.x")), Map.of(), Map.of());
        near(vectors.get("out.y"), interpreter.output("output"));
        interpreter.backward("output", vectors.get("up.y"));
        near(vectors.get("grad.in.x"), interpreter.inputGradient("input"));
        for (int i = 0; i < 3; i++) {
            for (String role : new String[] {"weight", "bias"}) {
                near(
                        vectors.get("grad." + 2 * i + "." + role),
                        interpreter.gradients().get("dense" + (i + 1) + "." + role));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"loss.ce_mean, 6, 5", "loss.ce_extreme, 4, 3"})
    void crossEntropy(String name, int batch, int classes) throws IOException {
        Vectors vectors = new Vectors(name);
        Graph graph = Built.of(
                        "@Flatten Tensor y(@In(" + classes + ") Tensor x); @CrossEntropy Loss l(Tensor y, Label t);")
                .graph();
        StepInterpreter interpreter = new StepInterpreter(graph, Map.of(), batch);
        double[] indices = vectors.get("in.t");
        int[] labels = IntStream.range(0, batch).map(i -> (int) indices[i]).toArray();
        double loss = interpreter.forward(Map.of("x", vectors.get("in.x")), Map.of("t", labels), Map.of());
        near(vectors.get("out.loss"), new double[] {loss});
        interpreter.backward();
        near(vectors.get("grad.in.x"), interpreter.inputGradient("x"));
    }

    /** The published case is the sum over 12 elements; the layer's mean times 12 is the same. */
    @Test
    void squaredError() throws IOException {
        Vectors vectors = new Vectors("loss.mse_sum");
        Graph graph = Built.of("@Flatten Tensor y(@In(3) Tensor x);"
                        + " @MeanSquaredError(weight = 12) Loss l(Tensor y, Target t);")
                .graph();
        StepInterpreter interpreter = new StepInterpreter(graph, Map.of(), 4);
        double loss = interpreter.forward(Map.of("x", vectors.get("in.x")), Map.of(), Map.of("t", vectors.get("in.t")));
        near(vectors.get("out.loss"), new double[] {loss});
        interpreter.backward();
        near(vectors.get("grad.in.x"), interpreter.inputGradient("x"));
    }

    private static void near(double[] expected, double[] found) {
        assertEquals(expected.length, found.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], TOLERANCE * Math.max(1, Math.abs(expected[i])), "element " + i);
        }
    }
}
