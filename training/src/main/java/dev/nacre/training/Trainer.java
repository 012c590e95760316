package dev.nacre.training;

import dev.nacre.data.Batches;
import dev.nacre.data.Dataset;
import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Trains a network: epoch by epoch, in shuffled batches, with a look at the validation data after each.
 *
 * <pre>{@code
 * History history = Trainer.of(net, Sgd.of(0.5f).over(net.parameters()))
 *         .batchSize(256).epochs(10).seed(42).validation(test).progress(true)
 *         .fit(training);
 * }</pre>
 *
 * <p>The order of the samples is a function of seed and epoch: the same seeds give the same weights, bit by bit.
 */
public final class Trainer {
    private final Network network;
    private final Optimizer optimizer;
    private final List<TrainingListener> listeners = new ArrayList<>();
    private Predicate<History> stop = history -> false;
    private Optional<Dataset> validation = Optional.empty();
    private List<Metric> metrics;
    private int batchSize = 32;
    private int epochs = 10;
    private long seed;
    private boolean shuffle = true;
    private boolean dropLast;

    private Trainer(Network network, Optimizer optimizer) {
        this.network = network;
        this.optimizer = optimizer;
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
        this.batchSize = atLeastOne("batch size", size);
        return this;
    }

    /**
     * @param count how often to go over the training data
     * @return this
     * @throws IllegalArgumentException if the number is below 1
     */
    public Trainer epochs(int count) {
        this.epochs = atLeastOne("epochs", count);
        return this;
    }

    /**
     * @param orders chooses the order of the samples
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
        this.validation = Optional.of(data);
        return this;
    }

    /**
     * Replaces the metrics, which otherwise are the accuracy for one column of class indices, the mean absolute error for
     * one column of targets, and none for several columns.
     *
     * @param chosen the metrics; none for the loss alone
     * @return this
     */
    public Trainer metrics(Metric... chosen) {
        this.metrics = List.of(chosen);
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
        listeners.add(listener);
        return this;
    }

    /**
     * @param callback is given each epoch when it is done, validation included
     * @return this
     */
    public Trainer onEpoch(Consumer<? super Epoch> callback) {
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
        this.stop = condition;
        return this;
    }

    /**
     * Trains, and leaves the network in the mode in which it was.
     *
     * @param data samples with labels
     * @return what happened
     * @throws IllegalArgumentException if there is no sample to train or to validate with
     * @throws IllegalStateException if the network declares no loss
     * @throws NonFiniteLossException if the loss is infinite or not a number
     */
    public History fit(Dataset data) {
        Batches batches = data.batches(batchSize, dropLast);
        if (batches.count() == 0) {
            throw new IllegalArgumentException("no batch to train with: " + data.size() + " samples, batch size "
                    + batchSize + (dropLast ? ", and smaller batches are left out" : ""));
        }
        List<Metric> measured = metrics == null ? DefaultMetrics.of(data) : metrics;
        Evaluator evaluator = Evaluator.of(network).batchSize(batchSize).metrics(measured.toArray(Metric[]::new));
        List<Epoch> done = new ArrayList<>();
        Mode before = network.mode();
        try {
            History history;
            do {
                done.add(epoch(done.size() + 1, batches, measured, evaluator));
                history = new History(done);
                for (TrainingListener listener : listeners) {
                    listener.epochDone(history);
                }
            } while (done.size() < epochs && !stop.test(history));
            return history;
        } finally {
            network.mode(before);
            listeners.forEach(TrainingListener::ended);
        }
    }

    private Epoch epoch(int number, Batches batches, List<Metric> measured, Evaluator evaluator) {
        network.train();
        listeners.forEach(listener -> listener.epochStarted(number, batches.count()));
        Totals totals = new Totals(measured);
        long start = System.nanoTime();
        if (shuffle) {
            batches.shuffle(seed, number - 1);
        }
        int count = 0;
        for (Batch batch : batches) {
            float loss = step(batch, number, ++count, batches.count());
            totals.add(loss, network.outputs(), batch);
            for (TrainingListener listener : listeners) {
                listener.batchDone(number, count, loss);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        listeners.forEach(TrainingListener::epochTrained);
        Optional<Evaluation> validated = validation.map(evaluator::evaluate);
        if (validated.isPresent() && !Double.isFinite(validated.get().loss())) {
            throw NonFiniteLossException.inValidation(validated.get().loss(), number);
        }
        return new Epoch(number, totals.evaluation(), validated, seconds);
    }

    private float step(Batch batch, int epoch, int number, int batches) {
        float loss = network.loss(batch);
        if (!Float.isFinite(loss)) {
            throw NonFiniteLossException.inTraining(loss, epoch, number, batches, optimizer.learningRate());
        }
        network.backpropagate();
        optimizer.step();
        return loss;
    }

    private static int atLeastOne(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " " + value + ": at least 1");
        }
        return value;
    }
}
