package dev.nacre.training;

import dev.nacre.io.Checkpoint;
import dev.nacre.network.Network;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes a training to a folder, epoch by epoch, so that it can go on where it ended; immutable.
 *
 * <pre>{@code
 * trainer.checkpoints(Checkpoints.in(Path.of("run")).every(5).keep(2).best(Monitor.validationLoss()).resume())
 * }</pre>
 *
 * <p>A checkpoint is a folder {@code epoch-0005} that is there whole or not at all. It holds the weights, the optimiser's
 * state, and the history; {@code XNetwork.load} reads its {@code network.safetensors}. A training that resumes gives the same
 * bits as one that was never interrupted, if its options are the same.
 */
public final class Checkpoints {
    private final Path folder;
    private final int every;
    private final int keep;
    private final boolean resume;
    private final Optional<Monitor> best;

    private Checkpoints(Path folder, int every, int keep, boolean resume, Optional<Monitor> best) {
        this.folder = folder;
        this.every = every;
        this.keep = keep;
        this.resume = resume;
        this.best = best;
    }

    /**
     * @param folder where to; made where it is missing
     * @return a checkpoint after each epoch, of which the last two are kept
     */
    public static Checkpoints in(Path folder) {
        return new Checkpoints(Objects.requireNonNull(folder, "folder"), 1, 2, false, Optional.empty());
    }

    /**
     * @param epochs after how many epochs to write one
     * @return such checkpoints
     * @throws IllegalArgumentException if the number is below 1
     */
    public Checkpoints every(int epochs) {
        return new Checkpoints(folder, Numbers.atLeastOne("every", epochs), keep, resume, best);
    }

    /**
     * @param count how many checkpoints to keep, the newest ones
     * @return such checkpoints
     * @throws IllegalArgumentException if the number is below 1
     */
    public Checkpoints keep(int count) {
        return new Checkpoints(folder, every, Numbers.atLeastOne("keep", count), resume, best);
    }

    /**
     * Writes also {@code best.safetensors}, the weights of the best epoch so far.
     *
     * @param monitor what makes an epoch the best
     * @return checkpoints with this file
     */
    public Checkpoints best(Monitor monitor) {
        return new Checkpoints(folder, every, keep, resume, Optional.of(monitor));
    }

    /**
     * Lets the training begin with the newest checkpoint in the folder, or anew where there is none. The network must be
     * made with the same seed.
     *
     * @return checkpoints that do so
     */
    public Checkpoints resume() {
        return new Checkpoints(folder, every, keep, true, best);
    }

    void require(boolean validated, List<Metric> metrics) {
        best.ifPresent(monitor -> monitor.require("the best checkpoint", validated, metrics));
    }

    /** @return the epochs that are done already */
    List<Epoch> begin(TrainingState state) {
        CheckpointFolder files = CheckpointFolder.make(folder);
        Optional<Path> newest = files.newest();
        if (newest.isEmpty()) {
            return List.of();
        }
        if (!resume) {
            throw new IllegalArgumentException(folder + " holds checkpoints of an earlier training, such as "
                    + newest.get().getFileName() + ": go on with it by resume(), give another folder, or delete them");
        }
        return files.read(newest.get(), state);
    }

    void epochDone(List<Epoch> done, TrainingState state) {
        Epoch last = done.get(done.size() - 1);
        if (best.flatMap(monitor -> monitor.best(done, 0))
                .filter(epoch -> epoch == last)
                .isPresent()) {
            state.averaged(() -> state.network().save(folder.resolve("best.safetensors")));
        }
        if (last.number() % every == 0) {
            CheckpointFolder.make(folder).write(done, state, keep);
        }
    }

    /** Gives a network the state of a file. */
    static void restore(Path file, Network network) {
        Checkpoint checkpoint = Checkpoint.read(file);
        if (checkpoint.seed() != network.seed()) {
            throw new IllegalArgumentException(file + " is of a network with seed " + checkpoint.seed()
                    + ", but this one has seed " + network.seed() + ": make it with create(" + checkpoint.seed()
                    + ") to resume");
        }
        checkpoint.restore(network.state());
        checkpoint.restore(network.dropouts());
        network.step(checkpoint.step());
    }
}
