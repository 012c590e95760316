package dev.nacre.training;

import dev.nacre.training.file.IoMessages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of checkpoints. */
final class CheckpointFolder {
    private static final String NETWORK = "network.safetensors";
    private static final String BEST = "best-network.safetensors";
    private static final String OPTIMIZER = "optimizer.safetensors";
    private static final String AVERAGE = "average.safetensors";
    private static final String HISTORY = "history.properties";

    private final Path folder;

    private CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    static CheckpointFolder make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw failure("make the folder " + folder, e);
        }
        return new CheckpointFolder(folder);
    }

    /** @return the checkpoint of the last epoch */
    Optional<Path> newest() {
        List<Path> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private List<Path> all() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry ->
                            entry.getFileName().toString().matches("epoch-[0-9]{4,9}") && Files.isDirectory(entry))
                    .sorted(Comparator.comparingInt(CheckpointFolder::number))
                    .toList();
        } catch (IOException e) {
            throw failure("look into " + folder, e);
        }
    }

    private static int number(Path checkpoint) {
        return Integer.parseInt(checkpoint.getFileName().toString().substring("epoch-".length()));
    }

    void write(List<Epoch> done, TrainingState state, int keep) {
        String name = String.format(
                Locale.ROOT, "epoch-%04d", done.get(done.size() - 1).number());
        Path draft = folder.resolve("." + name + ".part");
        try {
            delete(draft);
            Files.createDirectory(draft);
            state.network().save(draft.resolve(NETWORK));
            state.optimizer().save(draft.resolve(OPTIMIZER));
            state.average().ifPresent(average -> average.save(draft.resolve(AVERAGE)));
            state.best().filter(Snapshot::taken).ifPresent(best -> {
                best.swap();
                try {
                    state.network().save(draft.resolve(BEST));
                } finally {
                    best.swap();
                }
            });
            Files.writeString(draft.resolve(HISTORY), HistoryFile.text(done), StandardCharsets.UTF_8);
            // A folder moves as a whole: a checkpoint is complete, or not there.
            Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            List<Path> all = all();
            for (Path old : all.subList(0, Math.max(0, all.size() - keep))) {
                delete(old);
            }
        } catch (IOException e) {
            throw failure("write the checkpoint " + folder.resolve(name), e);
        }
    }

    List<Epoch> read(Path checkpoint, TrainingState state) {
        List<Epoch> done;
        try {
            done = HistoryFile.read(Files.readString(checkpoint.resolve(HISTORY)), checkpoint.resolve(HISTORY));
        } catch (IOException e) {
            throw failure("read the checkpoint " + checkpoint, e);
        }
        Path bestFile = checkpoint.resolve(BEST);
        if (state.best().isPresent() && Files.exists(bestFile)) {
            Checkpoints.restore(bestFile, state.network());
            state.best().get().take();
        }
        Checkpoints.restore(checkpoint.resolve(NETWORK), state.network());
        state.optimizer().load(checkpoint.resolve(OPTIMIZER));
        if (state.average().isPresent() && Files.exists(checkpoint.resolve(AVERAGE))) {
            state.average().get().load(checkpoint.resolve(AVERAGE));
        }
        return done;
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.list(tree)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(tree);
    }

    private static UncheckedIOException failure(String what, IOException e) {
        return new UncheckedIOException("cannot " + what + ": " + IoMessages.reason(e), e);
    }
}
