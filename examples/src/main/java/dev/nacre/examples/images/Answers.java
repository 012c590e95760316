package dev.nacre.examples.images;

import dev.nacre.data.Dataset;
import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import dev.nacre.training.ConfusionMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a network said of each test image. */
public final class Answers {
    private static final int BATCH = 256;

    private final List<Answer> all;
    private final List<String> names;

    private Answers(List<Answer> all, List<String> names) {
        this.all = all;
        this.names = names;
    }

    /**
     * @param image its number in the data set
     * @param actual its class
     * @param predicted the class with the highest score
     * @param probability what the softmax gives this class
     */
    record Answer(int image, int actual, int predicted, double probability) {
        boolean wrong() {
            return actual != predicted;
        }
    }

    /**
     * @param network with one output, a score per class
     * @param data images with a class index each, as the network knows them
     * @param names the names of the classes
     * @return what it says of them in evaluation
     */
    public static Answers of(Network network, Dataset data, List<String> names) {
        List<Answer> all = new ArrayList<>();
        Mode before = network.mode();
        network.eval();
        try {
            for (Batch batch : data.batches(BATCH)) {
                Tensor scores = network.forward(batch);
                int[] labels = (int[]) batch.labels().get(0);
                for (int row = 0; row < batch.size(); row++) {
                    all.add(answer(all.size(), scores.data(), row * names.size(), names.size(), labels[row]));
                }
            }
        } finally {
            network.mode(before);
        }
        return new Answers(all, names);
    }

    private static Answer answer(int image, float[] scores, int from, int classes, int actual) {
        int best = 0;
        for (int label = 1; label < classes; label++) {
            best = scores[from + label] > scores[from + best] ? label : best;
        }
        double sum = 0;
        for (int label = 0; label < classes; label++) {
            sum += Math.exp(scores[from + label] - scores[from + best]);
        }
        return new Answer(image, actual, best, 1 / sum);
    }

    /** @return how often which class was taken for which */
    public ConfusionMatrix confusion() {
        return ConfusionMatrix.of(
                        all.stream().mapToInt(Answer::actual).toArray(),
                        all.stream().mapToInt(Answer::predicted).toArray(),
                        names.size())
                .named(names.toArray(String[]::new));
    }

    /** @return what is wrong, the surest first */
    List<Answer> mistakes() {
        return all.stream()
                .filter(Answer::wrong)
                .sorted(Comparator.comparingDouble(Answer::probability).reversed())
                .toList();
    }
}
