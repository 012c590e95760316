package dev.nacre.processor.model;

import java.util.ArrayList;
import java.util.List;

/**
 * One operation of the runtime on its operands; what a layer says its forward and its backward in.
 *
 * @param operation the method of the runtime's {@code Kernels} to call, or one of the constants here
 * @param operands its arguments in order
 * @param formula what it computes, in the terms of the value names: {@code hidden1 = relu(image Wᵀ + b)}
 * @param when in which modes it runs
 * @param used the used network for {@link #CALL} and {@link #CALL_GRADIENT}
 */
public record Step(String operation, List<Operand> operands, String formula, When when, UsedNetwork used) {
    /** Runs a used network: operands are its inputs (Read) and its output (Write). */
    public static final String CALL = "call";
    /** Runs it backward: the output's gradient (Read), then the gradient of each input (Write). */
    public static final String CALL_GRADIENT = "callGradient";

    /** {@code y = f(x)} with a function of the user's: x (Read), y (Write), the elements of a sample (Size), UserFunction. */
    public static final String APPLY = "apply";
    /** {@code dx = dy f'(x)}: x and dy (Read), dx (Write), Size, UserFunction. */
    public static final String APPLY_GRADIENT = "applyGradient";

    /** In which modes a step runs. */
    public enum When {
        ALWAYS,
        /** In training mode only: moving statistics. */
        TRAINING
    }

    public Step {
        operands = List.copyOf(operands);
    }

    public Step(String operation, List<Operand> operands, String formula) {
        this(operation, operands, formula, When.ALWAYS, null);
    }

    /** @return the parameters that are not frozen and whose gradients this step gives */
    public List<ParameterSpec> learns() {
        List<ParameterSpec> parameters = new ArrayList<>();
        for (Operand operand : operands) {
            if (operand instanceof Operand.WeightsGradient gradient
                    && !gradient.parameter().frozen()) {
                parameters.add(gradient.parameter());
            } else if (operand instanceof Operand.DroppedGradient gradient
                    && !gradient.parameter().frozen()) {
                parameters.add(gradient.parameter());
            }
        }
        return parameters;
    }

    /** @return the values that this step reads */
    public List<Value> reads() {
        List<Value> values = new ArrayList<>();
        for (Operand operand : operands) {
            if (operand instanceof Operand.Read read) {
                values.add(read.value());
            }
        }
        return values;
    }

    /** @return the values that this step writes */
    public List<Value> writes() {
        List<Value> values = new ArrayList<>();
        for (Operand operand : operands) {
            if (operand instanceof Operand.Write write) {
                values.add(write.value());
            }
        }
        return values;
    }
}
