package dev.nacre.processor.plan;

import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Questions that the plan asks of steps, and steps of its own. */
final class Steps {
    static final String DENSE = "dense";
    static final String CONV = "conv";
    static final String CONV_TRANSPOSE = "convTranspose";
    static final String CONV_INPUT_GRADIENT = "convInputGradient";
    static final String KEPT_DENSE = "keptDense";
    static final String BATCH_NORM = "batchNorm";
    static final String ADD = "add";
    static final String INSTANCE_NORM = "instanceNorm";
    static final String GROUP_NORM = "groupNorm";
    static final String AFFINE = "affine";
    static final String ACTIVATE = "activate";
    static final String ACTIVATE_GRADIENT = "activateGradient";
    static final String MAX_POOL_GRADIENT = "maxPoolGradient";
    static final String COLUMN_SUM = "columnSum";
    static final String DENSE_INPUT_GRADIENT = "denseInputGradient";
    static final String DENSE_WEIGHT_GRADIENT = "denseWeightGradient";

    private Steps() {}

    static Operand.Function function(Step step) {
        return only(step, Operand.Function.class);
    }

    static boolean isIdentity(Step step) {
        return function(step).equals(Operand.Function.IDENTITY);
    }

    static boolean drops(Step step) {
        return has(step, Operand.Dropout.class);
    }

    static boolean has(Step step, Class<? extends Operand> kind) {
        return step.operands().stream().anyMatch(kind::isInstance);
    }

    static <T extends Operand> T only(Step step, Class<T> kind) {
        return step.operands().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(step.operation() + " has no " + kind.getSimpleName()));
    }

    static Value written(Step step) {
        return step.writes().get(0);
    }

    static boolean reads(Step step, Value value) {
        return step.reads().stream().anyMatch(read -> read.id() == value.id());
    }

    static Step with(Step step, String formula, UnaryOperator<Operand> change) {
        List<Operand> operands = new ArrayList<>(step.operands());
        operands.replaceAll(change);
        return new Step(step.operation(), operands, formula, step.when(), step.used());
    }

    static Operand mask(Step step) {
        return step.operands().stream()
                .filter(operand -> operand instanceof Operand.Dropout || operand instanceof Operand.NoDropout)
                .findFirst()
                .orElseThrow();
    }

    /** {@code sum = a + b}, for gradients of a value with several readers. */
    static Step add(Value a, Value b, Value sum) {
        return new Step(
                ADD,
                List.of(
                        new Operand.Read(a),
                        new Operand.Read(b),
                        new Operand.Write(sum),
                        new Operand.Rows(1),
                        new Operand.Size(sum.shape().elements())),
                "the gradient of " + sum.name() + " adds up over its readers");
    }
}
