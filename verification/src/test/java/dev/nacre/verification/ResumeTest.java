package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nacre.data.Dataset;
import dev.nacre.optimizer.Adam;
import dev.nacre.optimizer.Schedule;
import dev.nacre.optimizer.WeightAverage;
import dev.nacre.training.Checkpoints;
import dev.nacre.training.EarlyStopping;
import dev.nacre.training.Epoch;
import dev.nacre.training.History;
import dev.nacre.training.Monitor;
import dev.nacre.training.Trainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that was interrupted and resumed gives the bits of one that was not. */
class ResumeTest {
    @TempDir
    private Path folder;

    private final Random random = new Random(95);
    private final Dataset data = Dataset.of(Subjects.normal(random, 50, 8), Subjects.labels(random, 50, 3));
    private final Dataset validation = Dataset.of(Subjects.normal(random, 20, 8), Subjects.labels(random, 20, 3));

    private Trainer trainer(Trained_FragileNetwork net, int epochs) {
        return Trainer.of(net, Adam.of(0.01f).schedule(Schedule.cosine(30)).over(net.parameters()))
                .batchSize(16)
                .epochs(epochs)
                .seed(3)
                .average(WeightAverage.exponential(0.8).over(net))
                .validation(validation);
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void goesOnBitByBit() {
        Trained_FragileNetwork whole = Trained_FragileNetwork.create(1);
        History expected = trainer(whole, 6).fit(data);

        Checkpoints checkpoints = Checkpoints.in(folder).resume();
        trainer(Trained_FragileNetwork.create(1), 4).checkpoints(checkpoints).fit(data);
        Trained_FragileNetwork resumed = Trained_FragileNetwork.create(1);
        History history = trainer(resumed, 6).checkpoints(checkpoints).fit(data);

        FindNonFiniteTest.assertState(FindNonFiniteTest.state(whole), resumed);
        assertEquals(whole.step(), resumed.step());
        assertEquals(
                expected.epochs().stream().map(Epoch::training).toList(),
                history.epochs().stream().map(Epoch::training).toList());
        assertEquals(
                expected.epochs().stream().map(Epoch::validation).toList(),
                history.epochs().stream().map(Epoch::validation).toList());
        assertEquals(List.of("epoch-0005", "epoch-0006"), names(folder));
        // All is done: nothing is trained any more.
        assertEquals(
                6,
                trainer(resumed, 6)
                        .checkpoints(checkpoints)
                        .onEpoch(epoch -> {
                            throw new IllegalStateException();
                        })
                        .fit(data)
                        .epochs()
                        .size());
    }

    /** The best weights may be older than the interruption. */
    @Test
    void earlyStoppingGoesOnToo() {
        EarlyStopping stopping = EarlyStopping.on(Monitor.validationLoss()).patience(4);
        Trained_FragileNetwork whole = Trained_FragileNetwork.create(1);
        History expected = trainer(whole, 40).earlyStopping(stopping).fit(data);
        int best = expected.restoredEpoch().orElseThrow();

        Checkpoints checkpoints = Checkpoints.in(folder).resume();
        trainer(Trained_FragileNetwork.create(1), best + 1)
                .earlyStopping(stopping)
                .checkpoints(checkpoints)
                .fit(data);
        Trained_FragileNetwork resumed = Trained_FragileNetwork.create(1);
        History history = trainer(resumed, 40)
                .earlyStopping(stopping)
                .checkpoints(checkpoints)
                .fit(data);

        assertEquals(expected.stopReason(), history.stopReason());
        assertEquals(expected.restoredEpoch(), history.restoredEpoch());
        assertEquals(expected.epochs().size(), history.epochs().size());
        FindNonFiniteTest.assertState(FindNonFiniteTest.state(whole), resumed);
    }

    @Test
    void keepsTheBest() {
        Trained_FragileNetwork net = Trained_FragileNetwork.create(1);
        History history = trainer(net, 7)
                .checkpoints(
                        Checkpoints.in(folder.resolve("a/b")).every(3).keep(1).best(Monitor.validationLoss()))
                .fit(data);
        assertEquals(List.of("best.safetensors", "epoch-0006"), names(folder.resolve("a/b")));
        Trained_FragileNetwork best = Trained_FragileNetwork.load(folder.resolve("a/b/best.safetensors"));
        assertEquals(
                history.best().orElseThrow().validationLoss().getAsDouble(),
                dev.nacre.training.Evaluator.of(best)
                        .batchSize(16)
                        .evaluate(validation)
                        .loss());
    }

    @Test
    void refusesWhatIsAnother() throws IOException {
        Checkpoints checkpoints = Checkpoints.in(folder);
        trainer(Trained_FragileNetwork.create(1), 1).checkpoints(checkpoints).fit(data);
        Trained_FragileNetwork net = Trained_FragileNetwork.create(2);
        assertMessage(
                folder
                        + " holds checkpoints of an earlier training, such as epoch-0001: go on with it by resume(), give"
                        + " another folder, or delete them",
                () -> trainer(net, 2).checkpoints(checkpoints).fit(data));
        assertMessage(
                folder.resolve("epoch-0001/network.safetensors")
                        + " is of a network with seed 1, but this one has seed 2: make it with create(1) to resume",
                () -> trainer(net, 2).checkpoints(checkpoints.resume()).fit(data));
        assertMessage("every 0: at least 1", () -> Checkpoints.in(folder).every(0));
        assertMessage("keep 0: at least 1", () -> Checkpoints.in(folder).keep(0));
        Path file = Files.createFile(folder.resolve("file"));
        UncheckedIOException e = assertThrows(
                UncheckedIOException.class,
                () -> trainer(net, 2).checkpoints(Checkpoints.in(file)).fit(data));
        assertFalse(e.getMessage().isEmpty());
        assertArrayEquals(
                Trained_FragileNetwork.create(2)
                        .state()
                        .get("first.dense.weight")
                        .toArray(),
                net.state().get("first.dense.weight").toArray());
    }

    private static void assertMessage(String expected, Runnable call) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
