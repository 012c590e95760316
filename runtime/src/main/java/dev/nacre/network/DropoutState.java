package dev.nacre.network;

import dev.nacre.kernel.Chance;
import dev.nacre.kernel.Mask;
import dev.nacre.kernel.MaskShape;
import dev.nacre.kernel.RandomNoise;
import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;

/** What a dropout layer is, under whatever name: what it draws, and what the next run is to change of it. */
final class DropoutState {
    private final RunState run;
    private final Chance chance;
    private final Shape sample;
    private final int rows;
    private final boolean perBatch;
    private final double declared;
    private double p;

    /** The name and the value of the mask set by hand, both null where there is none. */
    private String heldName;

    private Tensor held;
    private float[] given;

    DropoutState(RunState run, Chance chance, Shape sample, int rows, boolean perBatch) {
        this.run = run;
        this.chance = chance;
        this.sample = sample;
        this.rows = rows;
        this.perBatch = perBatch;
        this.declared = chance.p();
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

    /** @return whether all samples have one, without an axis for the batch */
    boolean perBatch() {
        return perBatch;
    }

    /** @return whether it is noise, which decides nothing */
    boolean isNoise() {
        return chance instanceof RandomNoise;
    }

    /** @return for each element of a sample, the number of the decision that it takes; null where they are not independent */
    int[] decisions() {
        MaskShape shape = chance instanceof Mask mask ? mask.shape() : null;
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
        this.p = require(next);
    }

    double require(double next) {
        return chance.require(next);
    }

    void hold(String name, Tensor mask) {
        run.requireOwn();
        if (!mask.sizes().equals(sample)
                && (perBatch
                        || !(sample.isSampleOf(mask.sizes()) && mask.sizes().size(0) > 0))) {
            throw new IllegalArgumentException("the " + what() + " of " + name + " has the shape " + mask.sizes()
                    + ": give " + sample + " for all samples"
                    + (perBatch ? "; its weights have one mask per batch" : ", or that with the batch in front"));
        }
        for (int i = 0; i < mask.elements(); i++) {
            float value = mask.data()[i];
            if (isNoise() ? !Float.isFinite(value) : value != 0 && value != 1) {
                throw new IllegalArgumentException("element " + i + " of the " + what() + " of " + name + " is " + value
                        + (isNoise() ? ": give finite numbers" : ": give 1 for what passes and 0 for what is dropped"));
            }
        }
        this.heldName = name;
        this.held = mask.copy();
        this.given = null;
    }

    private String what() {
        return isNoise() ? "noise" : "mask";
    }

    Tensor held() {
        return held;
    }

    void clear() {
        run.requireOwn();
        held = null;
        given = null;
    }

    void require(int batch, boolean drops) {
        if (drops && held != null && !isForAll() && held.sizes().size(0) != batch) {
            throw new IllegalArgumentException("the " + what() + " of " + heldName + " was set for "
                    + held.sizes().size(0) + " samples, but this run has " + batch
                    + ": give one of the shape " + sample + " for all samples, or call clearMasks()");
        }
    }

    private boolean isForAll() {
        return held.sizes().equals(sample);
    }

    void begin(int batch) {
        if (chance.p() != p) {
            chance.p(p);
        }
        if (held != null) {
            int elements = perBatch ? sample.elements() : Checks.elements(batch, sample.elements());
            if (given == null || given.length != elements) {
                given = new float[elements];
                for (int i = 0; i < elements; i++) {
                    given[i] = held.data()[i % held.elements()];
                }
            }
        }
    }

    void force(Chance drawn) {
        if (drawn == chance && given != null) {
            chance.force(given);
        }
    }

    Tensor last(String name) {
        if (run.begun() == 0) {
            throw new IllegalStateException("the dropout layer " + name + " has no " + what()
                    + " yet: call forward(...) or loss(...) in mode TRAIN or MONTE_CARLO first");
        }
        if (!run.lastMode().drops()) {
            throw new IllegalStateException("the dropout layer " + name + " ran last in mode " + run.lastMode()
                    + ", which has no masks" + (isNoise() ? " and no noise" : "")
                    + ": run it in mode TRAIN or MONTE_CARLO, or look at those of a step, masks(step)");
        }
        return read(chance, run.begun());
    }

    Tensor at(long step, int batch) {
        if (step < 1 || batch < 1) {
            throw new IllegalArgumentException("there is no mask of step " + step + " for " + batch
                    + " samples: steps count from 1, and so do samples");
        }
        Chance other = chance.copy();
        other.p(p);
        other.draw(run.seed(), step);
        return read(other, batch);
    }

    private Tensor read(Chance drawn, int batch) {
        Tensor read = Tensor.zeros(perBatch ? sample : sample.withBatch(batch));
        drawn.read(read.data(), sample.elements() / rows);
        return read;
    }
}
