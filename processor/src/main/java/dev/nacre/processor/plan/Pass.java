package dev.nacre.processor.plan;

import dev.nacre.processor.model.Step;
import java.util.List;
import java.util.function.UnaryOperator;

/** One line of a backward pass. */
public sealed interface Pass {
    /** @return its steps, in order */
    List<Step> steps();

    /** @return the same line with other steps; a sum has none but its own */
    Pass with(UnaryOperator<List<Step>> change);

    /** The backward steps of a block that parameters need. */
    record Backward(BlockPlan block) implements Pass {
        @Override
        public List<Step> steps() {
            return block.backward();
        }

        @Override
        public Pass with(UnaryOperator<List<Step>> change) {
            return new Backward(new BlockPlan(
                    block.block(), block.forward(), change.apply(block.backward()), block.inputBackward()));
        }
    }

    /** The backward steps of a block that only the network's inputs need. */
    record InputBackward(BlockPlan block) implements Pass {
        @Override
        public List<Step> steps() {
            return block.inputBackward();
        }

        @Override
        public Pass with(UnaryOperator<List<Step>> change) {
            return new InputBackward(new BlockPlan(
                    block.block(), block.forward(), block.backward(), change.apply(block.inputBackward())));
        }
    }

    /** Two gradients of one value, added up. */
    record Sum(Step step) implements Pass {
        @Override
        public List<Step> steps() {
            return List.of(step);
        }

        @Override
        public Pass with(UnaryOperator<List<Step>> change) {
            return this;
        }
    }
}
