package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nacre.data.Dataset;
import dev.nacre.io.Checkpoint;
import dev.nacre.optimizer.Adam;
import dev.nacre.training.Checkpoints;
import dev.nacre.training.DropoutSchedule;
import dev.nacre.training.Trainer;
import dev.nacre.training.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dropout that follows a schedule, batch by batch, and goes on after an interruption. */
class DropoutScheduleTest {
    @TempDir
    private Path folder;

    private final Random random = new Random(95);
    private final Dataset data = Dataset.of(Subjects.normal(random, 50, 1, 4, 4), Subjects.labels(random, 50, 5));

    private Trainer trainer(SmallMlpNetwork net, int epochs) {
        return Trainer.of(net, Adam.of(0.01f).over(net.parameters()))
                .batchSize(25)
                .epochs(epochs)
                .seed(3);
    }

    private static TrainingListener told(SmallMlpNetwork net, String layer, List<Double> found) {
        return new TrainingListener() {
            @Override
            public void batchDone(int epoch, int batch, float loss) {
                found.add(net.dropout(layer).p());
            }
        };
    }

    @Test
    void followsTheSchedule() {
        SmallMlpNetwork net = SmallMlpNetwork.create(1);
        net.dropout("hidden1").p(0.7);
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        trainer(net, 3)
                .dropout(DropoutSchedule.rising(2))
                .dropout("hidden2", (declared, epochs, step) -> declared + 0.01 * step)
                .listener(told(net, "hidden1", first))
                .listener(told(net, "hidden2", second))
                .fit(data);
        assertEquals(List.of(0.0, 0.05, 0.1, 0.2 * 0.75, 0.2, 0.2), first);
        assertEquals(List.of(0.5, 0.51, 0.52, 0.53, 0.54, 0.55), second);
        assertEquals(0.7, net.dropout("hidden1").p());
        assertEquals(0.5, net.dropout("hidden2").p());
    }

    @Test
    void schedules() {
        DropoutSchedule curriculum = DropoutSchedule.curriculum(2);
        assertEquals(0, curriculum.p(0.5, 0, 0));
        assertEquals(0.5 * (1 - Math.exp(-3)), curriculum.p(0.5, 1.5, 9), 1e-15);
        assertEquals(0.5, DropoutSchedule.early(2).p(0.5, 1.9, 9));
        assertEquals(0, DropoutSchedule.early(2).p(0.5, 2, 9));
        assertEquals(0, DropoutSchedule.late(2).p(0.5, 1.9, 9));
        assertEquals(0.5, DropoutSchedule.late(2).p(0.5, 2, 9));
        assertEquals(
                "over is 0.0: it must be a finite number, more than 0",
                assertThrows(IllegalArgumentException.class, () -> DropoutSchedule.rising(0))
                        .getMessage());
    }

    /** The checkpoint holds the p of its epoch; a resumed training gives the bits of one that was not interrupted. */
    @Test
    void resumes() {
        SmallMlpNetwork whole = SmallMlpNetwork.create(1);
        trainer(whole, 5).dropout(DropoutSchedule.curriculum(0.3)).fit(data);
        Checkpoints checkpoints = Checkpoints.in(folder).resume();
        trainer(SmallMlpNetwork.create(1), 2)
                .dropout(DropoutSchedule.curriculum(0.3))
                .checkpoints(checkpoints)
                .fit(data);
        SmallMlpNetwork saved = SmallMlpNetwork.load(folder.resolve("epoch-0002/network.safetensors"));
        assertEquals(
                0.2 * (1 - StrictMath.exp(-0.3 * 1.5)), saved.dropout("hidden1").p());
        SmallMlpNetwork resumed = SmallMlpNetwork.create(1);
        trainer(resumed, 5)
                .dropout(DropoutSchedule.curriculum(0.3))
                .checkpoints(checkpoints)
                .fit(data);
        FindNonFiniteTest.assertState(FindNonFiniteTest.state(whole), resumed);
        assertEquals(0.2, resumed.dropout("hidden1").p());
    }

    /** A p changed by hand is in the checkpoint, and a training that resumes has it. */
    @Test
    void resumesWithTheP() {
        SmallMlpNetwork net = SmallMlpNetwork.create(1);
        net.dropout("hidden2").p(0.25);
        Checkpoints checkpoints = Checkpoints.in(folder).resume();
        trainer(net, 1).checkpoints(checkpoints).fit(data);
        SmallMlpNetwork resumed = SmallMlpNetwork.create(1);
        trainer(resumed, 2).checkpoints(checkpoints).fit(data);
        assertEquals(0.25, resumed.dropout("hidden2").p());
        Checkpoint.read(folder.resolve("epoch-0001/network.safetensors")).restore(net.dropouts());
        assertEquals(0.2, net.dropout("hidden1").p());
    }

    @Test
    void refusals() {
        SmallMlpNetwork net = SmallMlpNetwork.create(1);
        assertEquals(
                "the schedule of hidden1.dropout gave the p 1.2 after 1 batches: the probability of dropping is 1.2,"
                        + " but must be from 0 (keep all) to 1 (drop all)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> trainer(net, 1)
                                        .dropout("hidden1", (declared, epochs, step) -> declared + step)
                                        .fit(data))
                        .getMessage());
        assertEquals(0.2, net.dropout("hidden1").p());
        assertEquals(
                "there is no dropout layer \"hidden3\": those of this network are hidden1.dropout, hidden2.dropout",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> trainer(net, 1)
                                        .dropout("hidden3", DropoutSchedule.early(1))
                                        .fit(data))
                        .getMessage());
    }
}
