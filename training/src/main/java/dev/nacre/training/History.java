package dev.nacre.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What a training told, epoch by epoch; immutable. */
public final class History {
    private final List<Epoch> epochs;
    private final String stopReason;
    private final int restoredEpoch;

    /** @param epochs the epochs, first to last */
    public History(List<Epoch> epochs) {
        this(epochs, Optional.empty(), OptionalInt.empty());
    }

    History(List<Epoch> epochs, Optional<String> stopReason, OptionalInt restoredEpoch) {
        this.epochs = List.copyOf(epochs);
        this.stopReason = stopReason.orElse(null);
        this.restoredEpoch = restoredEpoch.orElse(0);
    }

    /** @return the epochs, first to last */
    public List<Epoch> epochs() {
        return epochs;
    }

    /**
     * @return the last epoch
     * @throws IllegalStateException if there is none
     */
    public Epoch last() {
        if (epochs.isEmpty()) {
            throw new IllegalStateException("no epoch is done yet");
        }
        return epochs.get(epochs.size() - 1);
    }

    /** @return why the training ended before its last epoch, in words; empty if it did not */
    public Optional<String> stopReason() {
        return Optional.ofNullable(stopReason);
    }

    /** @return the number of the epoch whose weights the network has, where that is not the last one */
    public OptionalInt restoredEpoch() {
        return restoredEpoch == 0 ? OptionalInt.empty() : OptionalInt.of(restoredEpoch);
    }

    /** @return the epoch with the smallest validation loss; empty without validation */
    public Optional<Epoch> best() {
        return epochs.stream()
                .filter(epoch -> epoch.validation().isPresent())
                .min(Comparator.comparingDouble(
                        epoch -> epoch.validation().get().loss()));
    }

    /** @return the epochs in which the validation loss rose and the training loss fell, against the epoch before */
    public List<Epoch> divergences() {
        List<Epoch> diverging = new ArrayList<>();
        for (int place = 1; place < epochs.size(); place++) {
            if (epochs.get(place).divergesFrom(epochs.get(place - 1))) {
                diverging.add(epochs.get(place));
            }
        }
        return diverging;
    }

    /** @return {@link #overfittingSince(int)} with 2 epochs: one rise can be chance */
    public OptionalInt overfittingSince() {
        return overfittingSince(2);
    }

    /**
     * Since when training only makes the network worse: the epoch after the best one, if the validation loss has been
     * above its best for some epochs up to the last, and the training loss has fallen since.
     *
     * @param epochsAtLeast how many epochs in a row, at least 1
     * @return the number of the epoch; empty if the network does not overfit, or without validation
     */
    public OptionalInt overfittingSince(int epochsAtLeast) {
        Optional<Epoch> best = best();
        if (best.isEmpty()
                || last().number() - best.get().number() < epochsAtLeast
                || !last().divergesFrom(best.get())) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(best.get().number() + 1);
    }

    /** @return how many epochs there are, the losses of the last one, and how the training ended, in one line */
    @Override
    public String toString() {
        if (epochs.isEmpty()) {
            return "no epochs";
        }
        StringBuilder text = new StringBuilder(epochs.size() == 1 ? "1 epoch" : epochs.size() + " epochs");
        append(text, "training", last().training());
        last().validation().ifPresent(measured -> append(text, "validation", measured));
        stopReason().ifPresent(reason -> text.append("; stopped: ").append(reason));
        restoredEpoch()
                .ifPresent(epoch -> text.append("; has the weights of epoch ").append(epoch));
        return text.toString();
    }

    private static void append(StringBuilder text, String data, Evaluation measured) {
        text.append(String.format(Locale.ROOT, "; %s loss %.4f", data, measured.loss()));
        measured.metrics().forEach((name, value) -> text.append(String.format(Locale.ROOT, ", %s %.4f", name, value)));
    }
}
