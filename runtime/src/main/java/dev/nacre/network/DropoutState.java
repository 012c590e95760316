package dev.nacre.network;

import dev.nacre.kernel.Mask;
import dev.nacre.kernel.MaskShape;
import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;

/** What a dropout layer is, under whatever name: its mask, and what the next run is to change of it. */
final class DropoutState {
    private final RunState run;
    private final Mask mask;
    private final Shape sample;
    private final int rows;
    private final double declared;
    private double p;

    /** The name and the value of the mask set by hand, both null where there is none. */
    private String heldName;

    private Tensor held;
    private boolean[] keep;

    DropoutState(RunState run, Mask mask, Shape sample, int rows) {
        this.run = run;
        this.mask = mask;
        this.sample = sample;
        this.rows = rows;
        this.declared = mask.p();
        this.p = declared;
    }

    Shape sample() {
        return sample;
    }

    double p() {
        return p;
    }

    double declaredP() {
        return declared;
    }

    /** @return for each element of a sample, the number of the decision that it takes; null where they are not independent */
    int[] decisions() {
        MaskShape shape = mask.shape();
        int[] decisions = new int[sample.elements()];
        for (int i = 0; i < decisions.length; i++) {
            decisions[i] = shape == null ? i : decision(i, shape.sizes(), shape.noise());
        }
        return shape != null && shape.block() > 0 ? null : decisions;
    }

    private static int decision(int element, int[] sizes, int[] noise) {
        int decision = 0;
        int stride = 1;
        int rest = element;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            decision += noise[axis] == 1 ? 0 : rest % sizes[axis] * stride;
            stride *= noise[axis];
            rest /= sizes[axis];
        }
        return decision;
    }

    /** Only the next run changes the mask, which a backward pass may still need. */
    void p(double next) {
        run.requireOwn();
        this.p = Mask.requireProbability(next);
    }

    void hold(String name, Tensor mask) {
        run.requireOwn();
        if (!mask.sizes().equals(sample)
                && !(sample.isSampleOf(mask.sizes()) && mask.sizes().size(0) > 0)) {
            throw new IllegalArgumentException("the mask of " + name + " has the shape " + mask.sizes() + ": give "
                    + sample + " for all samples, or that with the batch in front");
        }
        for (int i = 0; i < mask.elements(); i++) {
            float value = mask.data()[i];
            if (value != 0 && value != 1) {
                throw new IllegalArgumentException("element " + i + " of the mask of " + name + " is " + value
                        + ": give 1 for what passes and 0 for what is dropped");
            }
        }
        this.heldName = name;
        this.held = mask.copy();
        this.keep = null;
    }

    Tensor held() {
        return held;
    }

    void clear() {
        run.requireOwn();
        held = null;
        keep = null;
    }

    void require(int batch, boolean drops) {
        if (drops && held != null && !isForAll() && held.sizes().size(0) != batch) {
            throw new IllegalArgumentException("the mask of " + heldName + " was set for "
                    + held.sizes().size(0) + " samples, but this run has " + batch
                    + ": give one of the shape " + sample + " for all samples, or call clearMasks()");
        }
    }

    private boolean isForAll() {
        return held.sizes().equals(sample);
    }

    void begin(int batch) {
        if (mask.p() != p) {
            mask.p(p);
        }
        if (held != null && (keep == null || keep.length != batch * sample.elements())) {
            keep = new boolean[batch * sample.elements()];
            for (int i = 0; i < keep.length; i++) {
                keep[i] = held.data()[i % held.elements()] == 1;
            }
        }
    }

    void force(Mask drawn) {
        if (drawn == mask && keep != null) {
            mask.force(keep);
        }
    }

    Tensor last(String name) {
        if (run.begun() == 0) {
            throw new IllegalStateException("the dropout layer " + name
                    + " has no mask yet: call forward(...) or loss(...) in mode TRAIN or MONTE_CARLO first");
        }
        if (!run.lastMode().drops()) {
            throw new IllegalStateException(
                    "the dropout layer " + name + " ran last in mode " + run.lastMode()
                            + ", which has no masks: run it in mode TRAIN or MONTE_CARLO, or look at those of a step, masks(step)");
        }
        return read(mask, run.begun());
    }

    Tensor at(long step, int batch) {
        if (step < 1 || batch < 1) {
            throw new IllegalArgumentException("there is no mask of step " + step + " for " + batch
                    + " samples: steps count from 1, and so do samples");
        }
        Mask other = mask.copy();
        other.p(p);
        other.draw(run.seed(), step);
        return read(other, batch);
    }

    private Tensor read(Mask drawn, int batch) {
        Tensor read = Tensor.zeros(sample.withBatch(batch));
        float[] elements = read.data();
        int columns = sample.elements() / rows;
        for (int i = 0; i < elements.length; i++) {
            elements[i] = drawn.keeps(i / columns, i % columns, columns) ? 1f : 0f;
        }
        return read;
    }
}
