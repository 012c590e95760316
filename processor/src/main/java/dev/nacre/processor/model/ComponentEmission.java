package dev.nacre.processor.model;

import dev.nacre.processor.layer.Emission;
import dev.nacre.processor.layer.Gradients;
import dev.nacre.processor.layer.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The steps of one component of a record, or of neighbours that stay as they are. */
final class ComponentEmission {
    private final BlockEmission.LayerEmission block;
    private final RecordLayer.Part part;
    private final String name;
    private final int offset;
    private final int width;
    private final List<Stage> stages = new ArrayList<>();

    /**
     * @param part the component, or the first of several that stay as they are
     * @param offset where the elements go
     * @param width how many they are
     */
    ComponentEmission(BlockEmission.LayerEmission block, RecordLayer.Part part, int offset, int width) {
        this.block = block;
        this.part = part;
        this.name = block.input().name() + " " + part.column().component().name();
        this.offset = offset;
        this.width = width;
    }

    boolean isEmbedded() {
        return part.column().form() == RecordColumn.Form.PLACE;
    }

    void forward() {
        Value record = block.input();
        Value vector = block.output();
        if (part.isCopied()) {
            copy(block::forward, record, at(), vector, offset, width);
            return;
        }
        Value column = make(name, Shape.of(part.column().width()), Value.Kind.FORWARD);
        copy(block::forward, record, at(), column, 0, 1);
        Value value = column;
        for (int i = 0; i < part.stack().size(); i++) {
            Stage stage = new Stage(part.stack().get(i), value, part.shapes().get(i));
            stages.add(stage);
            stage.placed.layer().emit(stage);
            value = stage.output();
        }
        copy(block::forward, value, 0, vector, offset, part.elements());
        if (part.indicates()) {
            Value indicator = make(name + " missing", Shape.of(1), Value.Kind.FORWARD);
            block.forward(
                    "missingIndicator",
                    indicator.name() + " = 1 where " + name + " is missing, else 0",
                    new Operand.Read(column),
                    new Operand.Write(indicator),
                    new Operand.Rows(1),
                    new Operand.Size(1));
            copy(block::forward, indicator, 0, vector, offset + part.elements(), 1);
        }
    }

    void backward(Value dy, Value dx, Gradients gradients) {
        if (part.isCopied()) {
            copy(gradients::step, dy, offset, dx, at(), width);
            return;
        }
        Value gradient = make(last().name(), last().shape(), Value.Kind.GRADIENT);
        copy(gradients::step, dy, offset, gradient, 0, part.elements());
        for (int i = stages.size() - 1; i >= 0; i--) {
            StageGradients stage = new StageGradients(stages.get(i), gradient, gradients);
            stages.get(i).flow.accept(stage);
            gradient = stage.input;
        }
        copy(gradients::step, gradient, 0, dx, at(), 1);
    }

    private Value last() {
        return stages.isEmpty()
                ? new Value(-1, name, Shape.of(part.column().width()), Value.Kind.FORWARD)
                : stages.get(stages.size() - 1).output();
    }

    private int at() {
        return part.column().at();
    }

    private Value make(String called, Shape shape, Value.Kind kind) {
        return block.arrays().make(called, shape, kind);
    }

    private static void copy(Consumer<Step> steps, Value from, int fromAt, Value to, int toAt, int width) {
        steps.accept(new Step(
                "copyColumns",
                List.of(
                        new Operand.Read(from),
                        new Operand.Write(to),
                        new Operand.Rows(1),
                        new Operand.Size(width),
                        new Operand.Size(from.shape().elements()),
                        new Operand.Size(fromAt),
                        new Operand.Size(to.shape().elements()),
                        new Operand.Size(toAt)),
                elements(to, toAt, width) + " = " + elements(from, fromAt, width)));
    }

    /** @return {@code passenger[2..3]}, {@code d(passenger age)} */
    private static String elements(Value value, int at, int width) {
        String name = value.kind() == Value.Kind.GRADIENT ? "d(" + value.name() + ")" : value.name();
        if (width == value.shape().elements()) {
            return name;
        }
        return name + "[" + at + (width == 1 ? "" : ".." + (at + width - 1)) + "]";
    }

    /** One layer on the component. */
    private final class Stage implements Emission {
        private final Placed placed;
        private final Value input;
        private final Shape shape;
        private Value output;
        private Consumer<Gradients> flow;

        Stage(Placed placed, Value input, Shape shape) {
            this.placed = placed;
            this.input = input;
            this.shape = shape;
        }

        @Override
        public Options options() {
            return new Options(placed.declaration().options());
        }

        @Override
        public String name() {
            return block.name() + "." + placed.name();
        }

        @Override
        public List<Value> inputs() {
            return List.of(input);
        }

        @Override
        public Value label() {
            throw new IllegalStateException("a component has no label");
        }

        @Override
        public Optional<Value> sampleWeights() {
            return Optional.empty();
        }

        @Override
        public Shape outputShape() {
            return shape;
        }

        @Override
        public Value output() {
            if (output == null) {
                // A value called missing would be the indicator.
                String word = placed.layer().name().equals("Missing")
                        ? "filled"
                        : placed.layer().part();
                output = make(ComponentEmission.this.name + " " + word, shape, Value.Kind.FORWARD);
            }
            return output;
        }

        @Override
        public void passThrough() {
            output = new Value(input.id(), input.name(), shape, input.kind());
        }

        @Override
        public Value intermediate(String word, Shape size) {
            return make(output().name() + " " + word, size, Value.Kind.FORWARD);
        }

        @Override
        public ParameterSpec weight(String role, List<Integer> sizes, ParameterSpec.Initialiser byDefault) {
            return block.weight(placed.name() + "." + role, sizes, byDefault);
        }

        @Override
        public ParameterSpec bias(String role, List<Integer> sizes, ParameterSpec.Initialiser byDefault) {
            return block.bias(placed.name() + "." + role, sizes, byDefault);
        }

        @Override
        public ParameterSpec parameter(String role, List<Integer> sizes, ParameterSpec.Initialiser initialiser) {
            return block.parameter(placed.name() + "." + role, sizes, initialiser);
        }

        @Override
        public ParameterSpec statistic(String role, List<Integer> sizes, double start) {
            return block.statistic(placed.name() + "." + role, sizes, start);
        }

        @Override
        public void multiplyAdds(long count) {
            block.multiplyAdds(count);
        }

        @Override
        public void forward(Step step) {
            block.forward(step);
        }

        @Override
        public void backward(Consumer<Gradients> steps) {
            flow = steps;
        }
    }

    /** The backward side of one layer on the component. */
    private final class StageGradients implements Gradients {
        private final Stage stage;
        private final Value output;
        private final Gradients steps;
        private Value input;

        StageGradients(Stage stage, Value output, Gradients steps) {
            this.stage = stage;
            this.output = output;
            this.steps = steps;
        }

        @Override
        public Value output() {
            return output;
        }

        @Override
        public Value input(int index) {
            if (input == null) {
                input = make(stage.input.name(), stage.input.shape(), Value.Kind.GRADIENT);
            }
            return input;
        }

        @Override
        public void passOn(int index) {
            input = new Value(output.id(), stage.input.name(), stage.input.shape(), Value.Kind.GRADIENT);
        }

        @Override
        public Value intermediate(String word, Shape shape) {
            return make(stage.output().name() + " " + word, shape, Value.Kind.GRADIENT);
        }

        @Override
        public void step(Step step) {
            steps.step(step);
        }
    }
}
