package dev.nacre.training;

import dev.nacre.data.Batches;
import dev.nacre.data.Dataset;
import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.WeightAverage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** One call of {@link Trainer#fit}. */
final class TrainingRun {
    private final Trainer options;
    private final Network network;
    private final Optimizer optimizer;
    private final Batches batches;
    private final List<Metric> metrics;
    private final Evaluator evaluator;
    private final Optional<NanGuard> guard;
    private final Optional<Snapshot> best;
    private final TrainingState state;
    private final ScheduledDropout dropout;
    private final List<Epoch> done = new ArrayList<>();

    TrainingRun(Trainer options, Dataset data) {
        this.options = options;
        this.network = options.network;
        this.optimizer = options.optimizer;
        requireOwnParameters();
        this.batches = data.batches(options.batchSize, options.dropLast);
        if (batches.count() == 0) {
            throw new IllegalArgumentException("no batch to train with: " + data.size() + " samples, batch size "
                    + options.batchSize + (options.dropLast ? ", and smaller batches are left out" : ""));
        }
        options.validation.ifPresent(TrainingRun::requireValidation);
        FirstSample first = new FirstSample(network, data);
        this.metrics = options.metrics.map(first::require).orElseGet(first::defaultMetrics);
        new Labelled(network, data, "training data").require();
        options.validation.ifPresent(seen -> new Labelled(network, seen, "validation data").require());
        first.requireTrained(options.batchSize, options.dropLast);
        boolean validated = options.validation.isPresent();
        options.earlyStopping.ifPresent(stopping -> stopping.monitor().require("early stopping", validated, metrics));
        options.checkpoints.ifPresent(kept -> kept.require(validated, metrics));
        this.evaluator = Evaluator.of(network).batchSize(options.batchSize).metrics(metrics);
        this.guard = options.nanGuard ? Optional.of(new NanGuard(network, optimizer)) : Optional.empty();
        this.best = options.earlyStopping.filter(EarlyStopping::restoresBest).map(on -> Snapshot.ofAll(network));
        this.state = new TrainingState(network, optimizer, best, options.average);
        this.dropout = new ScheduledDropout(network, options.dropout, options.dropouts);
    }

    private void requireOwnParameters() {
        Set<Object> own = Collections.newSetFromMap(new IdentityHashMap<>());
        own.addAll(network.parameters());
        if (optimizer.parameters().stream().noneMatch(own::contains)) {
            throw new IllegalStateException("the optimiser changes no parameter of this network: give it over("
                    + "network.parameters()) of the network to train");
        }
    }

    private static void requireValidation(Dataset data) {
        if (data.size() == 0) {
            throw new IllegalArgumentException("no sample to validate with: the validation data is empty");
        }
    }

    History run() {
        Mode before = network.mode();
        try {
            options.average.filter(WeightAverage::applied).ifPresent(WeightAverage::restore);
            options.checkpoints.ifPresent(kept -> done.addAll(kept.begin(state)));
            optimizer.zeroGrad();
            Optional<String> reason = done.isEmpty() ? Optional.empty() : reason();
            while (done.size() < options.epochs && reason.isEmpty()) {
                done.add(epoch(done.isEmpty() ? 1 : last().number() + 1));
                if (best.isPresent() && isBest()) {
                    state.averaged(best.get()::take);
                }
                History history = new History(done);
                options.listeners.forEach(listener -> listener.epochDone(history));
                // After the listeners, which may change the learning rate.
                options.checkpoints.ifPresent(kept -> kept.epochDone(done, state));
                reason = reason();
            }
            History history = end(done.size() < options.epochs ? reason : Optional.empty());
            options.listeners.forEach(listener -> listener.fitted(history));
            return history;
        } finally {
            network.mode(before);
            dropout.restore();
            options.listeners.forEach(TrainingListener::ended);
        }
    }

    private Epoch last() {
        return done.get(done.size() - 1);
    }

    private boolean isBest() {
        return options.earlyStopping
                .flatMap(stopping -> stopping.best(done))
                .filter(epoch -> epoch == last())
                .isPresent();
    }

    private Optional<String> reason() {
        if (options.stop.test(new History(done))) {
            return Optional.of("the condition of stopWhen(...) holds");
        }
        return options.earlyStopping.flatMap(stopping -> stopping.reason(done));
    }

    private History end(Optional<String> reason) {
        OptionalInt restored = OptionalInt.empty();
        if (best.isPresent() && best.get().taken() && !isBest()) {
            best.get().restore();
            restored = OptionalInt.of(options.earlyStopping
                    .flatMap(stopping -> stopping.best(done))
                    .orElseThrow()
                    .number());
        } else {
            options.average.filter(average -> average.updates() > 0).ifPresent(WeightAverage::apply);
        }
        return new History(done, reason, restored);
    }

    private Epoch epoch(int number) {
        network.train();
        options.listeners.forEach(listener -> listener.epochStarted(number, batches.count()));
        Totals totals = new Totals(metrics);
        long start = System.nanoTime();
        if (options.shuffle) {
            batches.shuffle(options.seed, number - 1);
        }
        batches.augment(options.seed, number - 1);
        int count = 0;
        for (Batch batch : batches) {
            dropout.beforeBatch(number, count, batches.count());
            float loss = batch(batch, number, ++count);
            totals.add(loss, network.outputs(), batch);
            for (TrainingListener listener : options.listeners) {
                listener.batchDone(number, count, loss);
            }
        }
        if (optimizer.flush()) {
            options.average.ifPresent(WeightAverage::update);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        options.listeners.forEach(TrainingListener::epochTrained);
        Optional<Evaluation> validated = validate();
        if (options.nanGuard
                && validated.isPresent()
                && !Double.isFinite(validated.get().loss())) {
            throw NonFiniteException.inValidation(validated.get().loss(), number, evaluator.nonFinite());
        }
        return new Epoch(number, totals.evaluation(), validated, seconds);
    }

    private Optional<Evaluation> validate() {
        List<Evaluation> found = new ArrayList<>();
        options.validation.ifPresent(data -> state.averaged(() -> found.add(evaluator.evaluate(data))));
        return found.stream().findFirst();
    }

    private float batch(Batch batch, int epoch, int number) {
        guard.ifPresent(NanGuard::beforeBatch);
        float loss = network.loss(batch);
        if (guard.isPresent()) {
            refuse(guard.get().afterLoss(loss), epoch, number);
        }
        network.backpropagate();
        if (guard.isPresent()) {
            refuse(guard.get().beforeStep(), epoch, number);
        }
        boolean changed = optimizer.step();
        if (guard.isPresent()) {
            refuse(guard.get().afterStep(), epoch, number);
        }
        if (changed) {
            options.average.ifPresent(WeightAverage::update);
        }
        return loss;
    }

    private void refuse(Optional<NanGuard.Failure> failure, int epoch, int number) {
        if (failure.isPresent()) {
            throw NonFiniteException.inTraining(
                    failure.get().what(),
                    epoch,
                    number,
                    batches.count(),
                    failure.get().where(),
                    optimizer.learningRate());
        }
    }
}
