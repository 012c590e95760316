package dev.nacre.training;

import dev.nacre.data.Dataset;
import dev.nacre.network.Network;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.WeightAverage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Trains a network: epoch by epoch, in shuffled batches, with a look at the validation data after each. A trainer can fit
 * several times; each goes on from the weights that are there.
 * Schedules, clipping and the accumulation of gradients are options of the optimiser; what has accumulated at the end of an
 * epoch makes a step of its own.
 *
 * <pre>{@code
 * History history = Trainer.of(net, Sgd.of(0.5f).over(net.parameters()))
 *         .batchSize(256).epochs(10).seed(42).validation(test).progress(true)
 *         .fit(training);
 * }</pre>
 *
 * <p>The order of the samples and what {@link Dataset#augmented} makes of them are functions of seed and epoch: the same seeds
 * give the same weights, bit by bit.
 */
public final class Trainer {
    final Network network;
    final Optimizer optimizer;
    final List<TrainingListener> listeners = new ArrayList<>();
    Predicate<History> stop = history -> false;
    Optional<Dataset> validation = Optional.empty();
    Optional<List<Metric>> metrics = Optional.empty();
    Optional<EarlyStopping> earlyStopping = Optional.empty();
    Optional<Checkpoints> checkpoints = Optional.empty();
    Optional<WeightAverage> average = Optional.empty();
    Optional<DropoutSchedule> dropout = Optional.empty();
    final Map<String, DropoutSchedule> dropouts = new LinkedHashMap<>();
    int batchSize = 32;
    int epochs = 10;
    long seed;
    boolean shuffle = true;
    boolean dropLast;
    boolean nanGuard = true;

    private Trainer(Network network, Optimizer optimizer) {
        this.network = Objects.requireNonNull(network, "network");
        this.optimizer = Objects.requireNonNull(optimizer, "optimizer");
    }

    /**
     * @param network the network, which declares a loss
     * @param optimizer an optimiser over its parameters
     * @return a trainer for 10 epochs in batches of 32
     */
    public static Trainer of(Network network, Optimizer optimizer) {
        return new Trainer(network, optimizer);
    }

    /**
     * @param size the number of samples in a batch
     * @return this
     * @throws IllegalArgumentException if the size is below 1
     */
    public Trainer batchSize(int size) {
        this.batchSize = Numbers.atLeastOne("batch size", size);
        return this;
    }

    /**
     * @param count how often to go over the training data
     * @return this
     * @throws IllegalArgumentException if the number is below 1
     */
    public Trainer epochs(int count) {
        this.epochs = Numbers.atLeastOne("epochs", count);
        return this;
    }

    /**
     * @param orders chooses the order of the samples, and their augmentation
     * @return this
     */
    public Trainer seed(long orders) {
        this.seed = orders;
        return this;
    }

    /**
     * @param on whether each epoch has the samples in an order of its own, which is so unless switched off
     * @return this
     */
    public Trainer shuffle(boolean on) {
        this.shuffle = on;
        return this;
    }

    /**
     * @param on whether a last, smaller batch is left out, as batch normalisation may ask for
     * @return this
     */
    public Trainer dropLast(boolean on) {
        this.dropLast = on;
        return this;
    }

    /**
     * @param data what the network is measured on after each epoch, in evaluation mode
     * @return this
     */
    public Trainer validation(Dataset data) {
        this.validation = Optional.of(Objects.requireNonNull(data, "validation data"));
        return this;
    }

    /**
     * Replaces the metrics, which otherwise are the accuracy of one output on one column of class indices, the mean absolute
     * error of one output against one column of targets of its shape, and none else.
     *
     * @param chosen the metrics; none for the loss alone
     * @return this
     * @throws IllegalArgumentException if two have one name
     */
    public Trainer metrics(Metric... chosen) {
        this.metrics = Optional.of(Totals.distinct(chosen));
        return this;
    }

    /**
     * @param on whether a progress bar shows the batches of each epoch, on the standard error stream; where that is no
     *     terminal, nothing shows
     * @return this
     */
    public Trainer progress(boolean on) {
        listeners.removeIf(ProgressListener.class::isInstance);
        if (on && Terminal.isPresent()) {
            listeners.add(0, new ProgressListener());
        }
        return this;
    }

    /**
     * @param listener is told what happens, after those added before it
     * @return this
     */
    public Trainer listener(TrainingListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * @param callback is given each epoch when it is done, validation included
     * @return this
     */
    public Trainer onEpoch(Consumer<? super Epoch> callback) {
        Objects.requireNonNull(callback, "callback");
        return listener(new TrainingListener() {
            @Override
            public void epochDone(History history) {
                callback.accept(history.last());
            }
        });
    }

    /**
     * @param condition is asked after each epoch whether to end early, such as {@code h -> h.overfittingSince().isPresent()}
     * @return this
     */
    public Trainer stopWhen(Predicate<History> condition) {
        this.stop = Objects.requireNonNull(condition, "condition");
        return this;
    }

    /**
     * Ends the training when it gets no better, and restores the best weights.
     *
     * @param stopping what to watch, and for how long
     * @return this
     */
    public Trainer earlyStopping(EarlyStopping stopping) {
        this.earlyStopping = Optional.of(Objects.requireNonNull(stopping, "early stopping"));
        return this;
    }

    /**
     * Writes the training to a folder as it goes on, and goes on from there.
     *
     * @param kept where and when
     * @return this
     */
    public Trainer checkpoints(Checkpoints kept) {
        this.checkpoints = Optional.of(Objects.requireNonNull(kept, "checkpoints"));
        return this;
    }

    /**
     * Averages the weights after each step, such as by {@code WeightAverage.exponential(0.999).over(network)}. Validation and
     * the best weights are those of the average, and the network has it applied after the training: its {@code restore()}
     * gives the weights that were trained.
     *
     * @param average over the network's weights
     * @return this
     */
    public Trainer average(WeightAverage average) {
        this.average = Optional.of(Objects.requireNonNull(average, "average"));
        return this;
    }

    /**
     * Lets the p of all dropout layers follow a schedule, before each batch: of dropped weights and of noise as well, see
     * {@link dev.nacre.network.DropoutLayer}. A training that resumes goes on with it. Afterwards
     * the layers have the p that they had before.
     *
     * @param schedule such as {@code DropoutSchedule.rising(5)}
     * @return this
     */
    public Trainer dropout(DropoutSchedule schedule) {
        this.dropout = Optional.of(Objects.requireNonNull(schedule, "schedule"));
        return this;
    }

    /**
     * The same for one layer, whatever the others do.
     *
     * @param layer the name of the layer or of its block, as in {@code network.dropout(layer)}
     * @param schedule its schedule
     * @return this
     */
    public Trainer dropout(String layer, DropoutSchedule schedule) {
        dropouts.put(Objects.requireNonNull(layer, "layer"), Objects.requireNonNull(schedule, "schedule"));
        return this;
    }

    /**
     * Unless switched off, a loss, gradient or weight that is infinite or not a number ends the training with a
     * {@link NonFiniteException} that names the block, and the network is as it was before the batch.
     *
     * @param on whether to look
     * @return this
     */
    public Trainer nanGuard(boolean on) {
        this.nanGuard = on;
        return this;
    }

    /**
     * Trains, and leaves the network in the mode in which it was.
     *
     * @param data samples with labels
     * @return what happened
     * @throws IllegalArgumentException if there is no sample to train or to validate with, a label or a metric does not fit, some
     *     batch has one sample and the network cannot be trained on one alone, or something is watched that is not measured; all
     *     before anything is trained
     * @throws IllegalStateException if the network declares no loss, or the optimiser has no parameters of the network
     * @throws NonFiniteException if the loss, a gradient or a weight is infinite or not a number
     * @throws java.io.UncheckedIOException if a checkpoint cannot be written or read
     */
    public History fit(Dataset data) {
        return new TrainingRun(this, Objects.requireNonNull(data, "data")).run();
    }
}
