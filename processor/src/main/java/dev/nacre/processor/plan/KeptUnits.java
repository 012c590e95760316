package dev.nacre.processor.plan;

import dev.nacre.processor.model.Noise;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Tells products which of their columns a dropout drops for the whole batch: that behind them, and that which what they read comes
 * out of. They then compute with the kept ones only. Comes after all fusion, when it is clear what rides on what.
 */
final class KeptUnits {
    /** Weights below which copying what is kept always costs more than it saves. */
    private static final int LEAST = 1 << 11;

    private static final Map<String, String> OPERATIONS = Map.of(
            Steps.DENSE, Steps.KEPT_DENSE,
            Steps.DENSE_INPUT_GRADIENT, "keptDenseInputGradient",
            Steps.DENSE_WEIGHT_GRADIENT, "keptDenseWeightGradient");

    private final ToIntFunction<Value> identity;

    /** By the id of a value, the mask whose dropped elements are 0 in it. */
    private final Map<Integer, Operand.Dropout> masks = new HashMap<>();

    /**
     * @param steps all of the network, forward and backward
     * @param identity the id of what a value is stored as
     */
    KeptUnits(List<Step> steps, ToIntFunction<Value> identity) {
        this.identity = identity;
        Set<Integer> written = new HashSet<>();
        Set<Integer> twice = new HashSet<>();
        for (Step step : steps) {
            for (Value value : step.writes()) {
                int id = identity.applyAsInt(value);
                if (!written.add(id)) {
                    twice.add(id);
                }
                if (endsInMask(step) && shared(Steps.mask(step)).isPresent()) {
                    masks.put(id, shared(Steps.mask(step)).orElseThrow());
                }
            }
        }
        masks.keySet().removeAll(twice);
    }

    private static boolean endsInMask(Step step) {
        return switch (step.operation()) {
            case Steps.DENSE, Steps.ACTIVATE, Steps.BATCH_NORM, Steps.ACTIVATE_GRADIENT -> true;
            case Steps.DENSE_INPUT_GRADIENT -> Steps.has(step, Operand.Function.class);
            default -> false;
        };
    }

    /** A mask that all samples share. */
    private static Optional<Operand.Dropout> shared(Operand mask) {
        return mask instanceof Operand.Dropout dropout
                        && dropout.noise().acrossBatch()
                        && dropout.noise().block() == 0
                ? Optional.of(dropout)
                : Optional.empty();
    }

    /** @return the same steps, products among them with the masks of what they read */
    List<Step> in(List<Step> steps) {
        return steps.stream().map(this::in).toList();
    }

    private Step in(Step step) {
        if (!OPERATIONS.containsKey(step.operation())) {
            return step;
        }
        List<Integer> sizes = step.operands().stream()
                .filter(Operand.Size.class::isInstance)
                .map(operand -> ((Operand.Size) operand).value())
                .toList();
        int in = sizes.get(0);
        int out = sizes.get(1);
        if ((long) in * out < LEAST) {
            return step;
        }
        int rows = Steps.only(step, Operand.Rows.class).perSample();
        List<Operand.Kept> masks = new ArrayList<>();
        boolean rides = false;
        switch (step.operation()) {
            case Steps.DENSE -> {
                rides = shared(Steps.mask(step))
                        .filter(mask -> fits(mask, rows, out))
                        .isPresent();
                masks.add(of(step.reads().get(0), rows, in));
            }
            case Steps.DENSE_INPUT_GRADIENT -> {
                rides = Steps.has(step, Operand.Function.class)
                        && shared(Steps.mask(step))
                                .filter(mask -> fits(mask, rows, in))
                                .isPresent();
                masks.add(of(step.reads().get(0), rows, out));
            }
            default -> {
                masks.add(of(step.reads().get(0), rows, out));
                masks.add(of(step.reads().get(1), rows, in));
            }
        }
        if (!rides && masks.stream().allMatch(mask -> mask.by().isEmpty())) {
            return step;
        }
        List<Operand> operands = new ArrayList<>(step.operands());
        operands.replaceAll(
                operand -> operand instanceof Operand.NoDropout ? new Operand.Kept(Optional.empty()) : operand);
        operands.addAll(masks);
        return new Step(OPERATIONS.get(step.operation()), operands, step.formula(), step.when(), step.used());
    }

    /** @return a product forward as it is where no mask comes before or rides on it; other steps as they are */
    static Step whole(Step step) {
        if (!step.operation().equals(Steps.KEPT_DENSE)) {
            return step;
        }
        List<Operand> operands = new ArrayList<>(step.operands());
        operands.removeIf(Operand.Kept.class::isInstance);
        return new Step(Steps.DENSE, operands, step.formula(), step.when(), step.used());
    }

    private Operand.Kept of(Value value, int rows, int columns) {
        return new Operand.Kept(
                Optional.ofNullable(masks.get(identity.applyAsInt(value))).filter(mask -> fits(mask, rows, columns)));
    }

    /** Whether the mask drops whole columns of the matrix that a product sees. */
    private static boolean fits(Operand.Dropout mask, int rows, int columns) {
        Noise noise = mask.noise();
        int last = noise.sizes().size() - 1;
        boolean alike = noise.sizes().subList(0, last).stream().allMatch(size -> size == 1);
        return rows == 1 && noise.sample().elements() == columns
                || alike && noise.sample().last() == columns;
    }
}
