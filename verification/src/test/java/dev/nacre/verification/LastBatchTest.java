package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.data.Dataset;
import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.Sgd;
import dev.nacre.tensor.Tensor;
import dev.nacre.training.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A last batch of one sample: refused before the first batch where there is a norm over it, and trained as ever where it can be. */
class LastBatchTest {
    private static final int SAMPLES = 17;
    private static final int BATCH = 8;

    private final Random random = new Random(5);

    private static Trainer trainer(Network network) {
        return Trainer.of(network, Sgd.of(0.1f).over(network.parameters()))
                .batchSize(BATCH)
                .epochs(1)
                .shuffle(false)
                .metrics();
    }

    @Test
    void aNormOverOneSampleIsRefusedBeforeTheFirstBatch() {
        NormsNetwork net = NormsNetwork.create(3);
        Map<String, float[]> before = FindNonFiniteTest.state(net);
        Dataset data = Dataset.of(Subjects.normal(random, SAMPLES, 3, 4, 2), Subjects.normal(random, SAMPLES, 5));
        List<Integer> batches = new ArrayList<>();
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> trainer(net).onEpoch(epoch -> batches.add(epoch.number())).fit(data));
        assertEquals(
                "17 samples in batches of 8 leave 1 sample for the last batch: this network cannot be trained on one sample"
                        + " alone, as batch normalisation has no deviation of one value; leave it out with dropLast(true), or"
                        + " take another batch size, such as 9",
                refused.getMessage());
        assertTrue(
                refused.getCause().getMessage().startsWith("batch normalisation in training needs at least 2 values"),
                refused.getCause().getMessage());
        assertEquals(List.of(), batches);
        assertEquals(0, net.step());
        FindNonFiniteTest.state(net).forEach((name, values) -> assertArrayEquals(before.get(name), values, name));
        trainer(net).dropLast(true).fit(data);
        trainer(net).batchSize(9).fit(data);
    }

    /** One image has many values for each channel: the look ahead leaves no trace in statistics, masks or weights. */
    @Test
    void aNetworkThatCanIsTrainedAsByHand() {
        Tensor x = Subjects.normal(random, SAMPLES, 3, 8, 8);
        int[] labels = Subjects.labels(random, SAMPLES, 4);
        LastBatchNetwork net = LastBatchNetwork.create(3);
        trainer(net).fit(Dataset.of(x, labels));

        LastBatchNetwork byHand = LastBatchNetwork.create(3);
        Optimizer sgd = Sgd.of(0.1f).over(byHand.parameters());
        for (Batch batch : Dataset.of(x, labels).batches(BATCH)) {
            byHand.loss(batch);
            byHand.backpropagate();
            sgd.step();
        }
        assertEquals(byHand.step(), net.step());
        Map<String, float[]> expected = FindNonFiniteTest.state(byHand);
        FindNonFiniteTest.state(net).forEach((name, values) -> assertArrayEquals(expected.get(name), values, name));
    }

    @Test
    void aLabelOutOfRangeIsNamedByItsSample() {
        int[] labels = new int[SAMPLES];
        labels[13] = 4;
        Tensor x = Subjects.normal(random, SAMPLES, 3, 8, 8);
        assertEquals(
                "sample 13 of the training data: label label has the class index 4: allowed are 0 to 3, and -100 for none;"
                        + " if the classes count from 1, subtract 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> trainer(LastBatchNetwork.create(3)).fit(Dataset.of(x, labels)))
                        .getMessage());
        labels[13] = -100;
        trainer(LastBatchNetwork.create(3)).fit(Dataset.of(x, labels));
    }
}
