package dev.nacre.processor.plan;

import dev.nacre.processor.model.Step;

/** One line of a backward pass. */
public sealed interface Pass {
    /** The backward steps of a block that parameters need. */
    record Backward(BlockPlan block) implements Pass {}

    /** The backward steps of a block that only the network's inputs need. */
    record InputBackward(BlockPlan block) implements Pass {}

    /** Two gradients of one value, added up. */
    record Sum(Step step) implements Pass {}
}
