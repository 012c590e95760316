package dev.nacre.training;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Ends a training that gets no better, and gives the network the weights and running statistics of its best epoch; these
 * also where the training ends by itself. Immutable.
 *
 * <pre>{@code
 * trainer.earlyStopping(EarlyStopping.on(Monitor.validationLoss()).patience(5).minimumDelta(1e-3))
 * }</pre>
 */
public final class EarlyStopping {
    private final Monitor monitor;
    private final int patience;
    private final double minimumDelta;
    private final boolean restoreBest;

    private EarlyStopping(Monitor monitor, int patience, double minimumDelta, boolean restoreBest) {
        this.monitor = monitor;
        this.patience = patience;
        this.minimumDelta = minimumDelta;
        this.restoreBest = restoreBest;
    }

    /**
     * @param monitor what to watch
     * @return stops after 5 epochs that are no better than the best
     */
    public static EarlyStopping on(Monitor monitor) {
        return new EarlyStopping(Objects.requireNonNull(monitor, "monitor"), 5, 0, true);
    }

    /**
     * @param epochs after how many epochs in a row without a better one to stop
     * @return early stopping with this patience
     * @throws IllegalArgumentException if the number is below 1
     */
    public EarlyStopping patience(int epochs) {
        return new EarlyStopping(monitor, Numbers.atLeastOne("patience", epochs), minimumDelta, restoreBest);
    }

    /**
     * @param difference by how much an epoch must be better than the best one to count; 0 unless given
     * @return early stopping with this difference
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public EarlyStopping minimumDelta(double difference) {
        if (!(difference >= 0 && Double.isFinite(difference))) {
            throw new IllegalArgumentException("minimum delta " + difference + ": a finite number, 0 or more");
        }
        return new EarlyStopping(monitor, patience, difference, restoreBest);
    }

    /**
     * @param on whether the network has the weights of the best epoch after the training, which is so unless switched off,
     *     or those of the last
     * @return early stopping that does so
     */
    public EarlyStopping restoreBest(boolean on) {
        return new EarlyStopping(monitor, patience, minimumDelta, on);
    }

    Monitor monitor() {
        return monitor;
    }

    boolean restoresBest() {
        return restoreBest;
    }

    Optional<Epoch> best(List<Epoch> epochs) {
        return monitor.best(epochs, minimumDelta);
    }

    /** @return why to stop, if so */
    Optional<String> reason(List<Epoch> epochs) {
        int best = best(epochs).map(Epoch::number).orElse(0);
        int last = epochs.get(epochs.size() - 1).number();
        int waited = best == 0 ? epochs.size() : last - best;
        if (waited < patience) {
            return Optional.empty();
        }
        return Optional.of(
                "the " + monitor.name() + " got no better for " + waited + (waited == 1 ? " epoch" : " epochs"));
    }
}
