package dev.nacre.processor.layer;

import dev.nacre.processor.model.MergeMessages;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The shapes of merges element by element: along every axis the sizes are equal, or 1, and what has size 1 there is
 * repeated. A value with a single axis is a number per channel: C counts as Cx1x1 beside CxHxW. What is repeated is written
 * out once, and its gradient is the sum over its repetitions, so that the merge itself knows one shape only.
 */
final class Broadcast {
    private final Emission emission;
    private final List<Value> inputs = new ArrayList<>();

    private Broadcast(Emission emission) {
        this.emission = emission;
    }

    /** @return the shape that all values are brought to; empty where they do not fit, which is then reported */
    static Optional<Shape> shape(Site site, String layer) {
        int rank = site.inputs().stream().mapToInt(Shape::rank).max().orElseThrow();
        List<Integer> sizes = new ArrayList<>(Collections.nCopies(rank, 1));
        for (Shape input : site.inputs()) {
            List<Integer> own = aligned(input, rank);
            for (int axis = 0; axis < own.size(); axis++) {
                if (sizes.get(axis) == 1) {
                    sizes.set(axis, own.get(axis));
                }
            }
        }
        for (Shape input : site.inputs()) {
            List<Integer> own = aligned(input, rank);
            boolean fits = own.size() == rank;
            for (int axis = 0; fits && axis < rank; axis++) {
                fits = own.get(axis) == 1 || own.get(axis).equals(sizes.get(axis));
            }
            if (!fits) {
                site.report("", MergeMessages.unlikeShapes(layer, site.names(), site.inputs()));
                return Optional.empty();
            }
        }
        if (!Shape.fits(sizes)) {
            site.report("", MergeMessages.mergedTooLarge(layer, sizes));
            return Optional.empty();
        }
        return Optional.of(new Shape(sizes));
    }

    /** @return the sizes with axes of size 1 behind a single one; as they are for other ranks */
    private static List<Integer> aligned(Shape shape, int rank) {
        List<Integer> sizes = new ArrayList<>(shape.sizes());
        while (shape.rank() == 1 && sizes.size() < rank) {
            sizes.add(1);
        }
        return sizes;
    }

    /** Emits the steps that write out what is repeated. */
    static Broadcast of(Emission emission) {
        Broadcast broadcast = new Broadcast(emission);
        for (Value input : emission.inputs()) {
            Value wide = input;
            for (Repetition repetition : broadcast.repetitions(input)) {
                Value next = emission.intermediate("wide " + input.name(), repetition.to());
                emission.forward(
                        "repeat",
                        next.name() + " = " + wide.name() + " as " + next.shape(),
                        new Operand.Read(wide),
                        new Operand.Write(next),
                        new Operand.Rows(repetition.rows()),
                        new Operand.Size(repetition.times()),
                        new Operand.Size(repetition.inner()));
                wide = next;
            }
            broadcast.inputs.add(wide);
        }
        return broadcast;
    }

    /** @return the values that come in, all of the output's shape */
    List<Value> inputs() {
        return inputs;
    }

    /** Says how the gradient flows back to {@link #inputs}, and from there to the layer's own inputs. */
    void backward(Consumer<Gradients> steps) {
        emission.backward(gradients -> {
            Wide wide = new Wide(gradients);
            steps.accept(wide);
            wide.sum();
        });
    }

    /** @return the neighbouring axes along which a value is repeated, the first ones first */
    private List<Repetition> repetitions(Value input) {
        List<Integer> to = emission.outputShape().sizes();
        List<Integer> sizes = aligned(input.shape(), to.size());
        List<Repetition> repetitions = new ArrayList<>();
        for (int axis = 0; axis < to.size(); axis++) {
            if (sizes.get(axis).equals(to.get(axis))) {
                continue;
            }
            int first = axis;
            while (axis < to.size() && sizes.get(axis) == 1) {
                sizes.set(axis, to.get(axis));
                axis++;
            }
            repetitions.add(new Repetition(
                    elements(sizes.subList(0, first)),
                    elements(to.subList(first, axis)),
                    elements(sizes.subList(axis, to.size())),
                    new Shape(sizes)));
        }
        return repetitions;
    }

    private static int elements(List<Integer> sizes) {
        return new Shape(sizes).elements();
    }

    /** Every one of some rows is there several times: [rows, inner] becomes [rows, times, inner]. */
    private record Repetition(int rows, int times, int inner, Shape to) {}

    /** Gradients of the output's shape, which are summed at the end where an input was repeated. */
    private final class Wide implements Gradients {
        private final Gradients gradients;
        private final Value[] wide = new Value[inputs.size()];

        Wide(Gradients gradients) {
            this.gradients = gradients;
        }

        private boolean repeats(int index) {
            return inputs.get(index).id() != emission.inputs().get(index).id();
        }

        @Override
        public Value output() {
            return gradients.output();
        }

        @Override
        public Value input(int index) {
            if (!repeats(index)) {
                return gradients.input(index);
            }
            if (wide[index] == null) {
                String name = emission.inputs().get(index).name();
                wide[index] = gradients.intermediate("wide " + name, emission.outputShape());
            }
            return wide[index];
        }

        @Override
        public void passOn(int index) {
            if (repeats(index)) {
                wide[index] = output();
            } else {
                gradients.passOn(index);
            }
        }

        @Override
        public Value intermediate(String word, Shape shape) {
            return gradients.intermediate(word, shape);
        }

        @Override
        public void step(Step step) {
            gradients.step(step);
        }

        /** The last repetition is taken back first. */
        void sum() {
            for (int index = 0; index < wide.length; index++) {
                if (wide[index] == null) {
                    continue;
                }
                Value input = emission.inputs().get(index);
                List<Repetition> repetitions = repetitions(input);
                Value up = wide[index];
                for (int i = repetitions.size() - 1; i >= 0; i--) {
                    Repetition repetition = repetitions.get(i);
                    Value to = i == 0
                            ? gradients.input(index)
                            : gradients.intermediate(
                                    "wide " + input.name(),
                                    repetitions.get(i - 1).to());
                    gradients.step(
                            "repeatGradient",
                            "d(" + input.name() + ") = sum of d(" + up.name() + ") over " + repetition.times()
                                    + " repetitions",
                            new Operand.Read(up),
                            new Operand.Write(to),
                            new Operand.Rows(repetition.rows()),
                            new Operand.Size(repetition.times()),
                            new Operand.Size(repetition.inner()));
                    up = to;
                }
            }
        }
    }
}
