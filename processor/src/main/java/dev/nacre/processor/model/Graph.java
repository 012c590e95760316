package dev.nacre.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A checked network: every shape known, blocks in an order in which each comes after those it needs.
 *
 * @param declaration what the user wrote
 * @param inputs in order of declaration
 * @param labels in order of declaration
 * @param blocks in dependency order; the anonymous block of a type stack is one block (two with a loss at its end)
 * @param outputs the values of the blocks that no block but a loss reads, in order of declaration
 * @param parameters of the layers of this network itself, in order of declaration; those of used networks are theirs
 * @param used the applications of used networks, in the order in which they run
 */
public record Graph(
        Declarations.Network declaration,
        List<Input> inputs,
        List<Label> labels,
        List<Block> blocks,
        List<Output> outputs,
        List<ParameterSpec> parameters,
        List<UsedNetwork> used) {
    /** The version of {@code @Plan}'s meaning that this processor writes and reads. */
    public static final int PLAN_VERSION = 1;

    /** @return the number of learned elements, those of used networks included, shared ones once */
    public long elements() {
        return parameters.stream()
                        .filter(ParameterSpec::learned)
                        .mapToLong(ParameterSpec::elements)
                        .sum()
                + used.stream()
                        .filter(UsedNetwork::first)
                        .mapToLong(UsedNetwork::parameters)
                        .sum();
    }

    /** @return the multiply-adds of one sample's forward pass */
    public long multiplyAdds() {
        return blocks.stream().mapToLong(Block::multiplyAdds).sum();
    }

    /** @return whether weights add to the loss, those of used networks included */
    public boolean penalised() {
        return !penalties().isEmpty() || used.stream().anyMatch(network -> network.first() && network.penalised());
    }

    /** @return what this network's own weights add to the loss: each step gives one addend */
    public List<Step> penalties() {
        return Penalties.values(parameters);
    }

    /** @return the gradients of {@link #penalties}, which add to those of the losses */
    public List<Step> penaltyGradients() {
        return Penalties.gradients(parameters);
    }

    /**
     * An input.
     *
     * @param value its array; {@code value.name()} is its name
     * @param record the record it is read from, where it is one
     */
    public record Input(Value value, Optional<Declarations.RecordType> record) {}

    /**
     * A label.
     *
     * @param value its array, of kind LABEL or TARGET; for a class index its shape is that of the positions
     * @param type as declared: LABEL, TARGET, INT, FLOAT, BOOLEAN, SAMPLE_WEIGHTS or an enum
     * @param kind what it is to the losses that are given it
     * @param classes the number of classes for a class index, 0 for anything else
     * @param ignored the class index that counts nothing, where there is one
     */
    public record Label(Value value, Declarations.Type type, LabelKind kind, int classes, OptionalInt ignored) {}

    /**
     * An output.
     *
     * @param block the block's name, "output" for the anonymous one
     * @param value its array
     * @param decision what it predicts, where a loss directly on it says so
     */
    public record Output(String block, Value value, Optional<Decision> decision) {
        /** @return the enum whose constant it predicts */
        public Optional<Declarations.EnumType> label() {
            return decision.map(Decision::type)
                    .filter(Declarations.EnumType.class::isInstance)
                    .map(Declarations.EnumType.class::cast);
        }
    }

    /**
     * What an output predicts.
     *
     * @param kind what the loss compares it with
     * @param type of the label
     * @param link what makes probabilities of it
     */
    public record Decision(LabelKind kind, Declarations.Type type, Link link) {}

    /** What makes probabilities of an output. */
    public enum Link {
        /** Nothing: it is no score of a probability. */
        NONE,
        /** Softmax over the last axis. */
        SOFTMAX,
        /** Sigmoid of each element. */
        SIGMOID,
        /** They are probabilities. */
        IDENTITY
    }

    /**
     * A block: a method, or the stack on the type.
     *
     * @param name the method's name; for a type stack "output", and "loss" for the loss at its end
     * @param declaration the method, empty for a type stack
     * @param layers for people, in order: {@code Dense(256)}, {@code ReLU}, {@code Dropout(0.2)}; those on parameters
     *     as {@code x: Conv2d(128)}
     * @param inputs the values of its arguments in order, labels included
     * @param output the value it computes, empty for a loss
     * @param weight the factor of a loss in the total
     * @param forward the steps, in order, values between them included
     * @param backward the steps that turn the gradient of the output (for a loss: nothing) into the gradients of the
     *     inputs and the parameters. Each reads and writes values of kind GRADIENT; where an input has more than one
     *     reader the plan adds their gradients up, so here each contribution is a value of its own
     * @param gradients the contribution to the gradient of each input, in the order of {@code inputs}; null for a
     *     label. Contributions are summed per value, not per array: a block that only flattens has its input's array,
     *     and its readers contribute to it, not to the input. A contribution may be the output's gradient itself, where
     *     a layer passes it on (Add, Flatten)
     * @param outputGradient the value that {@code backward} expects the gradient of the output in; null for a loss
     * @param parameters of this block's layers
     * @param multiplyAdds of one sample, forward
     */
    public record Block(
            String name,
            Optional<Declarations.Block> declaration,
            List<String> layers,
            List<Value> inputs,
            Optional<Value> output,
            double weight,
            List<Step> forward,
            List<Step> backward,
            List<Value> gradients,
            Value outputGradient,
            List<ParameterSpec> parameters,
            long multiplyAdds) {
        public boolean isLoss() {
            return output.isEmpty();
        }
    }
}
