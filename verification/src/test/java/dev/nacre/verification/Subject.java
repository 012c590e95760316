package dev.nacre.verification;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * A generated network and how to run it without knowing its class.
 *
 * @param otherGradients the gradients of the inputs behind the first, after a backward
 */
record Subject(
        String name,
        LongFunction<Network> create,
        Function<Path, Network> load,
        Function<Network, Evaluation> predictor,
        Function<Network, List<Tensor>> otherGradients,
        Batches batches,
        Set<Trait> traits) {
    /** What tests must know of a network. */
    enum Trait {
        /** Declares no loss. */
        NO_LOSS,
        /** A norm moved into a product: the predictor rounds differently. */
        FOLDED,
        /** No random numbers are used. */
        NO_DROPOUT,
        /** The gradient of the input leaves out that the statistics follow the input. */
        STANDARDIZED,
        /** Uses batch statistics. */
        NORM
    }

    /** A predictor's forward. */
    interface Evaluation {
        Tensor forward(Batch batch);
    }

    /** Random inputs and labels. */
    interface Batches {
        Batch next(int size, Random random);
    }

    /** A subject with one input. */
    static <N extends Network, P> Subject of(
            String name,
            LongFunction<N> create,
            Function<Path, N> load,
            Function<N, P> predictor,
            BiFunction<P, Tensor, Tensor> forward,
            Batches batches,
            Trait... traits) {
        @SuppressWarnings("unchecked")
        Function<Network, Evaluation> evaluation = network -> {
            P made = predictor.apply((N) network);
            return batch -> forward.apply(made, batch.inputs().get(0));
        };
        return new Subject(name, create::apply, load::apply, evaluation, network -> List.of(), batches, Set.of(traits));
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    Batch batch(int size, long seed) {
        return batches.next(size, new Random(seed));
    }

    /** The rows of a batch from one on, as a batch of its own. */
    static Batch rows(Batch batch, int from, int to) {
        List<Tensor> inputs = new ArrayList<>();
        batch.inputs().forEach(input -> inputs.add(rows(input, from, to)));
        return new Batch(inputs, List.of());
    }

    private static Tensor rows(Tensor tensor, int from, int to) {
        int[] shape = tensor.shape();
        int width = tensor.elements() / shape[0];
        shape[0] = to - from;
        return Tensor.of(Arrays.copyOfRange(tensor.data(), from * width, to * width), shape);
    }

    @Override
    public String toString() {
        return name;
    }
}
