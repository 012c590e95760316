package dev.nacre.network;

import dev.nacre.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The search for the first value of a run that is infinite or not a number, for generated code: the network runs forward
 * once more on what it ran on last, with the same masks, and shows each value as soon as it is there.
 */
public final class NonFinite {
    private static final String BLOCK = "block ";

    private final boolean toLoss;
    private Optional<String> found = Optional.empty();

    private NonFinite(boolean toLoss) {
        this.toLoss = toLoss;
    }

    /** The forward run of a network, block by block. */
    public interface Repetition {
        /**
         * @param search is shown inputs and values
         * @param batch the number of samples
         */
        void run(NonFinite search, int batch);
    }

    /**
     * @param network the network, for its mode
     * @param run its state
     * @param parameters its parameters and running statistics
     * @param repetition runs its blocks forward
     * @return what is not finite, such as {@code block hidden2}; empty if all is
     * @throws IllegalStateException if nothing ran, a block alone ran last, or another thread is inside
     */
    public static Optional<String> find(Network network, RunState run, Parameters parameters, Repetition repetition) {
        run.enter();
        Mode before = network.mode();
        List<float[]> statistics = new ArrayList<>();
        parameters.statistics().forEach(statistic -> statistics.add(statistic.toArray()));
        try {
            run.beginSearch("findNonFinite()");
            network.mode(run.lastMode());
            NonFinite search = new NonFinite(run.toLoss());
            parameters.list().forEach(search::parameter);
            repetition.run(search, run.batch());
            return search.found;
        } finally {
            int next = 0;
            for (Tensor statistic : parameters.statistics()) {
                System.arraycopy(statistics.get(next++), 0, statistic.data(), 0, statistic.elements());
            }
            network.mode(before);
            run.leave();
        }
    }

    /** @return whether the run that is repeated was one to the loss */
    public boolean toLoss() {
        return toLoss;
    }

    private void parameter(Parameter parameter) {
        look(
                "parameter ",
                parameter.name(),
                parameter.values(),
                parameter.value().elements());
    }

    /**
     * @param name the input's name in the declaration
     * @param values its elements
     * @param count how many there are
     */
    public void input(String name, float[] values, int count) {
        look("input ", name, values, count);
    }

    /**
     * @param block the name of a block that has run
     * @param values the elements of its value
     * @param count how many there are
     */
    public void block(String block, float[] values, int count) {
        look(BLOCK, block, values, count);
    }

    /**
     * @param name the target's name in the declaration
     * @param values its elements
     * @param count how many there are
     */
    public void target(String name, float[] values, int count) {
        look("target ", name, values, count);
    }

    /**
     * @param block the name of a loss
     * @param loss its value
     */
    public void loss(String block, float loss) {
        if (found.isEmpty() && !Float.isFinite(loss)) {
            found = Optional.of("loss " + block);
        }
    }

    /** @param penalty what the weights add to the loss */
    public void penalty(double penalty) {
        if (found.isEmpty() && !Float.isFinite((float) penalty)) {
            found = Optional.of("penalty of the weights");
        }
    }

    /**
     * @param name where the network is used, {@code encoded.1}
     * @param used a network that has run as a part of the present block
     */
    public void used(String name, Network used) {
        if (found.isEmpty()) {
            // Its input comes from within the present block, and would be no name that the user knows.
            found = used.findNonFinite()
                    .filter(inside -> inside.startsWith(BLOCK))
                    .map(inside -> BLOCK + name + "." + inside.substring(BLOCK.length()));
        }
    }

    private void look(String kind, String name, float[] values, int count) {
        if (found.isEmpty() && !Finite.all(values, count)) {
            found = Optional.of(kind + name);
        }
    }
}
