package dev.nacre.examples.laboratory;

import dev.nacre.data.Dataset;
import dev.nacre.kernel.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the documents about dropout claim, tried, and written down as one HTML page that needs nothing but itself. */
public final class Laboratory {
    private static final List<Section> SECTIONS = List.of(
            new NumbersSection(),
            new RatesSection(),
            new EpochsSection(),
            new RegularizersSection(),
            new VariantsSection(),
            new UncertaintySection(),
            new EnsembleSection(),
            new SearchSection());

    private final Size size;
    private final long seed;
    private final Consumer<String> progress;

    /**
     * @param size how much to run
     * @param seed what all random numbers follow from: the same seed and images give the same report, its running time apart
     * @param progress is told what is done, in words
     */
    public Laboratory(Size size, long seed, Consumer<String> progress) {
        this.size = size;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * Runs everything; for as long, each call of the arithmetic in this process has one thread.
     *
     * @param training images of clothes with their classes
     * @param test other such images
     * @param source where they come from, in words
     * @return the report
     * @throws IllegalArgumentException if there are too few images
     */
    public String report(Dataset training, Dataset test, String source) {
        long start = System.nanoTime();
        int threads = Threads.count();
        Threads.count(1);
        Images images = new Images(training, test, size);
        try (Runs runs = new Runs(images, seed, this::trained)) {
            Lab lab = new Lab(runs, images, size, seed);
            SECTIONS.forEach(section -> section.start(lab));
            List<Chapter> chapters = new ArrayList<>();
            for (int i = 0; i < SECTIONS.size(); i++) {
                chapters.add(Chapter.write(i + 1, SECTIONS.get(i), lab));
                progress.accept("section " + (i + 1) + " of " + SECTIONS.size() + ": "
                        + SECTIONS.get(i).title());
            }
            return new Page(lab, source, chapters).html((System.nanoTime() - start) / 1e9);
        } finally {
            Threads.count(threads);
        }
    }

    private void trained(int done) {
        if (done % 10 == 0) {
            progress.accept(done + " trainings done");
        }
    }
}
