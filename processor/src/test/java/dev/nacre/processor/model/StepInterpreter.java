package dev.nacre.processor.model;

import dev.nacre.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Runs a graph's steps in double precision, forward and backward, as the simplest reading of their meaning. */
final class StepInterpreter {
    private final Graph graph;
    private final Map<String, Graph> used;
    private final String prefix;
    private final Map<String, double[]> weights;
    private final Map<String, double[]> gradients;
    private final int batch;
    private final Map<Integer, double[]> arrays = new HashMap<>();
    private final Map<String, double[]> droppedGradients = new HashMap<>();
    private final Map<Value, double[]> sums = new HashMap<>();
    private final Map<Integer, StepInterpreter> applications = new HashMap<>();
    private Map<String, int[]> labels = Map.of();
    private boolean training = true;
    private boolean accumulating = true;
    private ToIntFunction<Value> identity = Value::id;

    /** @param used the graphs of used networks, by qualified name */
    StepInterpreter(Graph graph, Map<String, Graph> used, int batch) {
        this(graph, used, "", new HashMap<>(), new HashMap<>(), batch);
    }

    private StepInterpreter(
            Graph graph,
            Map<String, Graph> used,
            String prefix,
            Map<String, double[]> weights,
            Map<String, double[]> gradients,
            int batch) {
        this.graph = graph;
        this.used = used;
        this.prefix = prefix;
        this.weights = weights;
        this.gradients = gradients;
        this.batch = batch;
        for (ParameterSpec parameter : graph.parameters()) {
            double start = parameter.initialiser() instanceof ParameterSpec.Constant constant ? constant.value() : 0;
            weights.computeIfAbsent(prefix + parameter.name(), name -> filled((int) parameter.elements(), start));
            gradients.computeIfAbsent(prefix + parameter.name(), name -> new double[(int) parameter.elements()]);
        }
        for (UsedNetwork application : graph.used()) {
            Graph inner = used.get(qualified(application));
            applications.put(
                    application.application(),
                    new StepInterpreter(inner, used, prefix + application.name() + ".", weights, gradients, batch));
        }
    }

    private static String qualified(UsedNetwork application) {
        return application.packageName() + "." + String.join(".", application.simpleNames());
    }

    private static double[] filled(int length, double value) {
        double[] array = new double[length];
        Arrays.fill(array, value);
        return array;
    }

    /**
     * @return values of parameters and statistics by name, those of used networks among them; writing writes through
     */
    Map<String, double[]> weights() {
        return weights;
    }

    /** @return the gradients of the last backward pass, by parameter */
    Map<String, double[]> gradients() {
        return gradients;
    }

    /** Chooses between the batch's statistics and the running ones; masks are on in training only. */
    void training(boolean on) {
        training = on;
        applications.values().forEach(inner -> inner.training(on));
    }

    /** Whether steps that only move statistics run: without them the loss is a function of the weights alone. */
    void accumulating(boolean on) {
        accumulating = on;
        applications.values().forEach(inner -> inner.accumulating(on));
    }

    double[] array(Value value) {
        double[] array = arrays.get(identity.applyAsInt(value));
        if (array == null) {
            throw new IllegalStateException(value + " is read before it is written");
        }
        return array;
    }

    double[] output(String block) {
        return array(block(block).output().orElseThrow());
    }

    private Graph.Block block(String name) {
        return graph.blocks().stream()
                .filter(block -> block.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Runs all blocks.
     *
     * @param targets by the label's name
     * @return the weighted sum of the losses
     */
    double forward(Map<String, double[]> inputs, Map<String, int[]> classes, Map<String, double[]> targets) {
        arrays.clear();
        labels = classes;
        graph.inputs()
                .forEach(input -> put(input.value(), inputs.get(input.value().name())));
        for (Graph.Label label : graph.labels()) {
            if (label.value().kind() == Value.Kind.TARGET
                    && targets.containsKey(label.value().name())) {
                put(label.value(), targets.get(label.value().name()));
            }
        }
        double total = 0;
        for (Graph.Block block : graph.blocks()) {
            if (block.isLoss() && prefix.isEmpty()) {
                double loss = 0;
                for (Step step : block.forward()) {
                    loss = run(step);
                }
                total += block.weight() * loss;
            } else if (!block.isLoss()) {
                block.forward().forEach(this::run);
            }
        }
        return prefix.isEmpty() && hasLoss() ? total + penalty() : total;
    }

    private boolean hasLoss() {
        return graph.blocks().stream().anyMatch(Graph.Block::isLoss);
    }

    /** What weights add to the loss, those that are shared once. */
    private double penalty() {
        double total = 0;
        for (Step step : graph.penalties()) {
            total += run(step);
        }
        for (UsedNetwork network : graph.used()) {
            total += network.first() && network.penalised()
                    ? applications.get(network.application()).penalty()
                    : 0;
        }
        return total;
    }

    private void backwardPenalty() {
        graph.penaltyGradients().forEach(this::run);
        for (UsedNetwork network : graph.used()) {
            if (network.first() && network.penalised()) {
                applications.get(network.application()).backwardPenalty();
            }
        }
    }

    private void put(Value value, double[] array) {
        if (array.length != batch * value.shape().elements()) {
            throw new IllegalArgumentException(value + " of " + array.length + " elements");
        }
        arrays.put(identity.applyAsInt(value), array);
    }

    /** Runs backward from all losses. */
    void backward() {
        clear();
        backward(true);
        backwardPenalty();
    }

    /** Runs backward from the gradient of one block's value. */
    void backward(String block, double[] gradient) {
        clear();
        sums.put(block(block).output().orElseThrow(), gradient.clone());
        backward(false);
    }

    /**
     * Runs backward as the plan has it, with gradients that ride on products.
     *
     * @param up the gradient of the first output, or null for that of the losses
     */
    void backward(NetworkPlan plan, double[] up) {
        clear();
        identity = plan::resolve;
        if (up == null) {
            plan.losses().forEach(loss -> loss.backward().forEach(this::run));
            plan.lossBackward().forEach(pass -> pass.steps().forEach(this::run));
        }
        for (int i = 0; i < plan.seeds().size(); i++) {
            Value seed = plan.seeds().get(i);
            if (up != null && i == 0) {
                put(seed, up.clone());
            } else if (up != null || !plan.lossSeeds().get(i)) {
                put(seed, new double[batch * seed.shape().elements()]);
            }
        }
        plan.backward().forEach(pass -> pass.steps().forEach(this::run));
        plan.inputBackward().forEach(pass -> pass.steps().forEach(this::run));
        identity = Value::id;
        if (up == null) {
            backwardPenalty();
        }
    }

    private void clear() {
        sums.clear();
        if (prefix.isEmpty()) {
            gradients.values().forEach(array -> Arrays.fill(array, 0));
        }
    }

    /** @return the gradient of an input, after a backward pass */
    double[] inputGradient(String input) {
        for (Graph.Input candidate : graph.inputs()) {
            if (candidate.value().name().equals(input)) {
                return sums.get(candidate.value());
            }
        }
        throw new IllegalArgumentException(input);
    }

    private void backward(boolean losses) {
        List<Graph.Block> reversed = new ArrayList<>(graph.blocks());
        Collections.reverse(reversed);
        for (Graph.Block block : reversed) {
            if (block.isLoss()) {
                if (!losses) {
                    continue;
                }
            } else {
                double[] gradient = sums.get(block.output().orElseThrow());
                if (gradient == null) {
                    continue;
                }
                put(block.outputGradient(), gradient);
            }
            block.backward().forEach(this::run);
            for (int i = 0; i < block.inputs().size(); i++) {
                if (block.gradients().get(i) != null) {
                    add(block.inputs().get(i), array(block.gradients().get(i)));
                }
            }
        }
    }

    /** Sums are kept per value, not per array: a block that only changes the shape has the array of its input. */
    private void add(Value value, double[] contribution) {
        double[] sum = sums.computeIfAbsent(value, any -> new double[contribution.length]);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += contribution[i];
        }
    }

    private double run(Step step) {
        if (step.when() == Step.When.TRAINING && !(training && accumulating)) {
            return 0;
        }
        for (Value value : step.writes()) {
            arrays.computeIfAbsent(
                    identity.applyAsInt(value),
                    id -> new double[batch * value.shape().elements()]);
        }
        if (step.operation().equals(Step.CALL)) {
            call(step);
            return 0;
        }
        if (step.operation().equals(Step.CALL_GRADIENT)) {
            callGradient(step);
            return 0;
        }
        List<Object> arguments = new ArrayList<>();
        for (Operand operand : step.operands()) {
            arguments.add(argument(operand));
        }
        return Arithmetic.run(step.operation(), arguments);
    }

    private void call(Step step) {
        StepInterpreter inner = applications.get(step.used().application());
        Map<String, double[]> inputs = new HashMap<>();
        for (int i = 0; i < step.reads().size(); i++) {
            inputs.put(
                    inner.graph.inputs().get(i).value().name(),
                    array(step.reads().get(i)));
        }
        inner.forward(inputs, Map.of(), Map.of());
        double[] result = inner.array(inner.graph.outputs().get(0).value());
        System.arraycopy(result, 0, array(step.writes().get(0)), 0, result.length);
    }

    private void callGradient(Step step) {
        StepInterpreter inner = applications.get(step.used().application());
        inner.backward(inner.graph.outputs().get(0).block(), array(step.reads().get(0)));
        for (int i = 0; i < step.writes().size(); i++) {
            double[] gradient =
                    inner.inputGradient(inner.graph.inputs().get(i).value().name());
            System.arraycopy(gradient, 0, array(step.writes().get(i)), 0, gradient.length);
        }
    }

    private Object argument(Operand operand) {
        if (operand instanceof Operand.Read read) {
            return read.value().kind() == Value.Kind.LABEL
                    ? labels.get(read.value().name())
                    : array(read.value());
        } else if (operand instanceof Operand.Write write) {
            return array(write.value());
        } else if (operand instanceof Operand.Weights parameter) {
            return weights.get(prefix + parameter.parameter().name());
        } else if (operand instanceof Operand.DroppedWeights dropped) {
            double[] whole = weights.get(prefix + dropped.parameter().name());
            return training ? Connecting.masked(dropped.connections(), whole, 0) : whole;
        } else if (operand instanceof Operand.DroppedGradient dropped) {
            int elements = (int) dropped.parameter().elements();
            return droppedGradients.computeIfAbsent(dropped.parameter().name(), name -> new double[elements]);
        } else if (operand instanceof Operand.WeightsGradient parameter) {
            return gradients.get(prefix + parameter.parameter().name());
        } else if (operand instanceof Operand.Rows rows) {
            return batch * rows.perSample();
        } else if (operand instanceof Operand.Size size) {
            return size.value();
        } else if (operand instanceof Operand.Number number) {
            return number.value();
        } else if (operand instanceof Operand.Numbers numbers) {
            return numbers.values().stream().mapToDouble(value -> value).toArray();
        } else if (operand instanceof Operand.Flag flag) {
            return flag.value();
        } else if (operand instanceof Operand.Reduced reduced) {
            return reduced.reduction();
        } else if (operand instanceof Operand.Dropout dropout) {
            return training ? dropout : new Operand.NoDropout();
        } else if (operand instanceof Operand.Kept kept) {
            return training && kept.by().isPresent() ? kept.by().get() : new Operand.NoDropout();
        } else if (operand instanceof Operand.Training) {
            return training;
        } else if (operand instanceof Operand.Accumulate) {
            // All gradients start at zero, and shared weights add up.
            return true;
        } else if (operand instanceof Operand.Absent) {
            return null;
        }
        return operand;
    }
}
