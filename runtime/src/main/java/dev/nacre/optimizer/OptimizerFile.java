package dev.nacre.optimizer;

import dev.nacre.io.StateFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What an optimiser needs to go on, in a file. */
final class OptimizerFile {
    private static final String STEPS = "nacre.optimizer.steps";
    private static final String LEARNING_RATE = "nacre.optimizer.learning_rate";
    private static final String ACCUMULATED = "nacre.optimizer.accumulated";
    private static final String PLATEAU_BEST = "nacre.plateau.best";
    private static final String PLATEAU_BAD = "nacre.plateau.bad";
    private static final String PLATEAU_COOLING = "nacre.plateau.cooling";

    private OptimizerFile() {}

    static void save(Optimizer optimizer, Path file) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(STEPS, Long.toString(optimizer.steps()));
        metadata.put(LEARNING_RATE, Double.toString(optimizer.baseRate()));
        metadata.put(ACCUMULATED, Integer.toString(optimizer.pending()));
        ReduceOnPlateau plateau = optimizer.plateau();
        if (plateau != null) {
            metadata.put(PLATEAU_BEST, Double.toString(plateau.best()));
            metadata.put(PLATEAU_BAD, Long.toString(plateau.bad()));
            metadata.put(PLATEAU_COOLING, Long.toString(plateau.cooling()));
        }
        StateFile.save(file, kind(optimizer), optimizer.saved(optimizer.pending()), metadata);
    }

    static void load(Optimizer optimizer, Path file) {
        optimizer.parameters();
        StateFile content = StateFile.read(Objects.requireNonNull(file, "file"), kind(optimizer));
        long steps = content.count(STEPS);
        int pending = (int) Math.min(content.count(ACCUMULATED), Integer.MAX_VALUE);
        float learningRate = (float) content.number(LEARNING_RATE);
        ReduceOnPlateau plateau = optimizer.plateau();
        boolean hasPlateau = content.has(PLATEAU_BEST);
        if (hasPlateau && plateau == null) {
            throw new IllegalArgumentException(file + " was saved from an optimiser with a ReduceOnPlateau: "
                    + "call ReduceOnPlateau.of(optimizer) before load, nothing was changed");
        }
        double best = hasPlateau ? content.number(PLATEAU_BEST) : Double.NaN;
        long bad = hasPlateau ? content.count(PLATEAU_BAD) : 0;
        long cooling = hasPlateau ? content.count(PLATEAU_COOLING) : 0;
        Options.nonNegative("the learning rate in " + file, learningRate);
        content.restore(optimizer.saved(pending), "optimiser");
        optimizer.resume(steps, pending, learningRate);
        if (plateau != null) {
            plateau.resume(best, bad, cooling);
        }
    }

    private static String kind(Optimizer optimizer) {
        return optimizer.getClass().getSimpleName();
    }
}
