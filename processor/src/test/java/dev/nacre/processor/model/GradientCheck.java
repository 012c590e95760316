package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.processor.plan.Planner;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the gradients that a graph's backward steps give with finite differences of its forward steps. */
final class GradientCheck {
    private static final int BATCH = 5;
    private static final double DISTANCE = 1e-5;
    private static final double TOLERANCE = 1e-6;

    private final Graph graph;
    private final StepInterpreter interpreter;
    private final Map<String, double[]> inputs = new HashMap<>();
    private final Map<String, int[]> classes = new HashMap<>();
    private final Map<String, double[]> targets = new HashMap<>();
    private final Map<String, double[]> ups = new HashMap<>();
    private final Set<String> frozen;

    private GradientCheck(Built built, double leastTarget) {
        graph = built.graph();
        frozen = graph.parameters().stream()
                .filter(ParameterSpec::frozen)
                .map(ParameterSpec::name)
                .collect(Collectors.toSet());
        interpreter = new StepInterpreter(graph, built.graphs(), BATCH);
        Random random = new Random(7);
        for (Graph.Input input : graph.inputs()) {
            double[] numbers = numbers(random, input.value().shape().elements() * BATCH);
            input.record().ifPresent(record -> RecordNumbers.place(record, numbers, random));
            inputs.put(input.value().name(), numbers);
        }
        for (Graph.Label label : graph.labels()) {
            String name = label.value().name();
            int count = label.value().shape().elements() * BATCH;
            switch (label.kind()) {
                case CLASS -> classes.put(name, indices(random, count, label));
                case BINARY ->
                    targets.put(name, random.ints(count, 0, 2).asDoubleStream().toArray());
                case SIGN ->
                    targets.put(
                            name,
                            random.ints(count, 0, 2)
                                    .mapToDouble(bit -> 2 * bit - 1)
                                    .toArray());
                case WEIGHTS -> targets.put(name, random.doubles(count, 0, 3).toArray());
                default ->
                    targets.put(name, random.doubles(count, leastTarget, 1).toArray());
            }
        }
        interpreter.weights().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> !entry.getKey().matches(".*\\.(running_mean|running_var|count|min|max)"))
                .forEach(entry -> {
                    double[] numbers = numbers(random, entry.getValue().length);
                    System.arraycopy(numbers, 0, entry.getValue(), 0, numbers.length);
                });
        // Where there is no loss, a weighted sum of the first output stands for it.
        if (graph.blocks().stream().noneMatch(Graph.Block::isLoss)) {
            Graph.Output output = graph.outputs().get(0);
            ups.put(output.block(), numbers(random, output.value().shape().elements() * BATCH));
        }
    }

    /** Some of them ignored, where a label may be. */
    private static int[] indices(Random random, int count, Graph.Label label) {
        int[] indices = random.ints(count, 0, label.classes()).toArray();
        if (label.ignored().isPresent() && count > 3) {
            indices[2] = label.ignored().getAsInt();
        }
        return indices;
    }

    private static double[] numbers(Random random, int count) {
        return random.doubles(count, -1, 1).toArray();
    }

    /** Checks every element of every input and every parameter. */
    static void check(Built built) {
        new GradientCheck(built, -1).run();
    }

    /** The same with targets that are above 0. */
    static void checkWithPositiveTargets(Built built) {
        new GradientCheck(built, 0.1).run();
    }

    private void run() {
        loss();
        interpreter.accumulating(false);
        loss();
        if (ups.isEmpty()) {
            interpreter.backward();
        } else {
            ups.forEach(interpreter::backward);
        }
        Map<String, double[]> gradients = new HashMap<>();
        interpreter.gradients().forEach((name, gradient) -> gradients.put(name, gradient.clone()));
        checkPlan(gradients);
        loss();
        if (ups.isEmpty()) {
            interpreter.backward();
        } else {
            ups.forEach(interpreter::backward);
        }
        Map<String, double[]> inputGradients = new HashMap<>();
        inputs.keySet().forEach(name -> inputGradients.put(name, interpreter.inputGradient(name)));
        double moved = 0;
        for (Graph.Input input : graph.inputs()) {
            String name = input.value().name();
            double[] gradient = inputGradients.get(name);
            input.record().ifPresent(record -> RecordNumbers.assertFlat(record, gradient));
            moved += compare(name, inputs.get(name), gradient, RecordNumbers.fixed(input, inputs.get(name)));
        }
        for (String name : gradients.keySet()) {
            if (graph.used().stream().anyMatch(used -> used.frozen() && name.startsWith(used.name() + "."))) {
                continue;
            }
            if (frozen.contains(name)) {
                assertArrayEquals(new double[gradients.get(name).length], gradients.get(name), name);
            } else if (!name.matches(".*\\.(running_mean|running_var|count|min|max)")) {
                moved += compare(name, interpreter.weights().get(name), gradients.get(name));
            }
        }
        assertTrue(moved > 0, "every gradient is zero: nothing was checked");
    }

    /** What the plan joins and leaves out changes no gradient. */
    private void checkPlan(Map<String, double[]> expected) {
        double[] up = ups.isEmpty() ? null : ups.get(graph.outputs().get(0).block());
        loss();
        interpreter.backward(Planner.plan(graph), up);
        for (Map.Entry<String, double[]> gradient : interpreter.gradients().entrySet()) {
            if (!frozen.contains(gradient.getKey())) {
                assertArrayEquals(expected.get(gradient.getKey()), gradient.getValue(), 1e-12, gradient.getKey());
            }
        }
    }

    private double loss() {
        double loss = interpreter.forward(inputs, classes, targets);
        for (Map.Entry<String, double[]> up : ups.entrySet()) {
            double[] output = interpreter.output(up.getKey());
            for (int i = 0; i < output.length; i++) {
                loss += output[i] * up.getValue()[i];
            }
        }
        return loss;
    }

    private double compare(String name, double[] numbers, double[] gradient) {
        return compare(name, numbers, gradient, new boolean[numbers.length]);
    }

    private double compare(String name, double[] numbers, double[] gradient, boolean[] fixed) {
        double sum = 0;
        assertEquals(numbers.length, gradient.length, name);
        for (int i = 0; i < numbers.length; i++) {
            if (fixed[i]) {
                continue;
            }
            double kept = numbers[i];
            numbers[i] = kept + DISTANCE;
            double above = loss();
            numbers[i] = kept - DISTANCE;
            double below = loss();
            numbers[i] = kept;
            double difference = (above - below) / (2 * DISTANCE);
            double bound = TOLERANCE * Math.max(1, Math.abs(difference));
            assertEquals(difference, gradient[i], bound, name + "[" + i + "]");
            sum += Math.abs(difference);
        }
        return sum;
    }
}
