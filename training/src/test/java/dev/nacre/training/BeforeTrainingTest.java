package dev.nacre.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nacre.data.Dataset;
import dev.nacre.data.Labels;
import dev.nacre.data.Samples;
import dev.nacre.network.Mode;
import dev.nacre.optimizer.Sgd;
import dev.nacre.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What would fail in the middle of a training is said before its first batch, with the sizes and samples of the data set. */
class BeforeTrainingTest {
    private static final String ALONE =
            ": this network cannot be trained on one sample alone, as batch normalisation has no"
                    + " deviation of one value; ";

    private final SoftmaxRegression network = new SoftmaxRegression(2, 3).normalized();
    private final List<Integer> batches = new ArrayList<>();

    private Trainer trainer(int batchSize) {
        return Trainer.of(network, Sgd.of(0.5f).over(network.parameters()))
                .batchSize(batchSize)
                .epochs(1)
                .listener(new TrainingListener() {
                    @Override
                    public void batchDone(int epoch, int batch, float loss) {
                        batches.add(batch);
                    }
                });
    }

    private IllegalArgumentException refused(String expected, Trainer trainer, Dataset data) {
        network.mode(Mode.MONTE_CARLO).step(7);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> trainer.fit(data));
        assertEquals(expected, refused.getMessage());
        assertEquals(List.of(), batches);
        assertEquals(Mode.MONTE_CARLO, network.mode());
        assertEquals(7, network.step());
        assertEquals(0, network.state().get("norm.running_mean").get(0));
        assertArrayEquals(new float[6], network.parameters().get(0).value().toArray());
        return refused;
    }

    @Test
    void oneSampleIsLeftOver() {
        IllegalArgumentException refused = refused(
                "2001 samples in batches of 50 leave 1 sample for the last batch" + ALONE
                        + "leave it out with dropLast(true), or take another batch size, such as 51",
                trainer(50),
                Blobs.of(2001, 1));
        assertEquals("one value has no deviation", refused.getCause().getMessage());
        refused(
                "7 samples in batches of 2 leave 1 sample for the last batch" + ALONE
                        + "leave it out with dropLast(true), or take another batch size, such as 4",
                trainer(2),
                Blobs.of(7, 1));
        refused("batches of 1 sample" + ALONE + "take a batch size of 2 or more", trainer(1), Blobs.of(4, 1));
        refused("the only sample" + ALONE + "give it more", trainer(32), Blobs.of(1, 1));
    }

    @Test
    void theRemediesHelp() {
        trainer(50).dropLast(true).fit(Blobs.of(2001, 1));
        trainer(51).fit(Blobs.of(2001, 1));
        assertEquals(80, batches.size());
        assertEquals(80, network.step());
        assertEquals(80, network.state().get("norm.running_mean").get(0));
        SoftmaxRegression plain = new SoftmaxRegression(2, 3);
        Trainer.of(plain, Sgd.of(1).over(plain.parameters())).batchSize(2).fit(Blobs.of(3, 1));
    }

    @Test
    void aLabelOutOfRangeIsNamedByItsSample() {
        int[] labels = new int[1000];
        labels[777] = 9;
        labels[778] = 4;
        Dataset data = Dataset.of(Tensor.zeros(1000, 2), labels);
        String range = ": label label has the class index 9: allowed are 0 to 2";
        refused("sample 777 of the training data" + range, trainer(50), data);
        refused("sample 777 of the training data" + range, trainer(50).metrics(), data);
        refused("sample 2 of the training data" + range, trainer(50), data.subset(3, 778, 777, 4));
        refused("sample 777 of the validation data" + range, trainer(50).validation(data), Blobs.of(60, 1));
        labels[777] = 1;
        labels[778] = 2;
        trainer(50).fit(data);
    }

    @Test
    void extremesAreThoseOfEachColumn() {
        Samples x = Samples.of(Tensor.zeros(5, 1));
        Labels classes = Labels.classes(1, 4, -100, 4, 2);
        Labels weights = Labels.weights(1, 1, 0.5f, Float.NaN, 2);
        Dataset data = Dataset.of(List.of(x), List.of(classes, weights, Labels.targets(x)));
        assertArrayEquals(new int[] {1, 2, 3}, data.extremes());
        assertArrayEquals(new int[] {0, 1}, data.subset(4, 1).extremes());
        assertArrayEquals(new int[] {}, data.take(0).extremes());
        assertArrayEquals(new int[] {}, Dataset.of(List.of(x), List.of()).extremes());
    }
}
