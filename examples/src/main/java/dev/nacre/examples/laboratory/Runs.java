package dev.nacre.examples.laboratory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Trains recipes, several at a time and each on one thread, and each once however many sections ask for it. */
final class Runs implements AutoCloseable {
    /** More would not fit into a small heap. */
    private static final int MOST_AT_ONCE = 8;

    private final ExecutorService threads;
    private final Images images;
    private final long seed;
    private final IntConsumer progress;
    private final Map<String, List<Future<Training.Result>>> started = new LinkedHashMap<>();
    private int done;

    /** @param progress is told how many trainings are done, after each */
    Runs(Images images, long seed, IntConsumer progress) {
        this.threads = Executors.newFixedThreadPool(
                Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors()), work -> {
                    Thread thread = new Thread(work, "laboratory");
                    thread.setDaemon(true);
                    return thread;
                });
        this.images = images;
        this.seed = seed;
        this.progress = progress;
    }

    /** Begins with a recipe, unless it has begun. */
    void start(Recipe recipe) {
        started.computeIfAbsent(recipe.key(), key -> {
            List<Future<Training.Result>> results = new ArrayList<>();
            for (int i = 0; i < recipe.seeds(); i++) {
                int number = i;
                results.add(threads.submit(() -> {
                    Training.Result result = Training.run(recipe, seed + number, number == 0 && recipe.kept(), images);
                    count();
                    return result;
                }));
            }
            return results;
        });
    }

    private synchronized void count() {
        progress.accept(++done);
    }

    /** What a recipe came to; waits for it. */
    Outcome of(Recipe recipe) {
        start(recipe);
        List<Training.Result> results = new ArrayList<>();
        for (Future<Training.Result> result : started.get(recipe.key())) {
            try {
                results.add(result.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while " + recipe.name() + " trained", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(
                        "the training of " + recipe.name() + " failed: "
                                + e.getCause().getMessage(),
                        e);
            }
        }
        return new Outcome(recipe, results);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
