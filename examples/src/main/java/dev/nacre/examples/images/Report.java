package dev.nacre.examples.images;

import dev.nacre.data.Dataset;
import dev.nacre.examples.page.Chart;
import dev.nacre.examples.page.Html;
import dev.nacre.examples.page.Legend;
import dev.nacre.examples.page.Matrix;
import dev.nacre.examples.page.Numbers;
import dev.nacre.examples.page.Picture;
import dev.nacre.examples.page.Style;
import dev.nacre.network.Batch;
import dev.nacre.training.ConfusionMatrix;
import dev.nacre.training.Epoch;
import dev.nacre.training.Evaluation;
import dev.nacre.training.History;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A page that needs nothing but itself: curves, a confusion matrix, and the images that were taken for something else. */
public final class Report {
    private static final int SHOWN = 80;
    private static final String ACCURACY = "accuracy";

    private final String network;
    private final History history;
    private final Answers answers;
    private final Dataset images;

    /**
     * @param network its name
     * @param history of its training, with validation
     * @param answers what it says of the test images
     * @param images the test images, from 0 to 1
     */
    public Report(String network, History history, Answers answers, Dataset images) {
        this.network = network;
        this.history = history;
        this.answers = answers;
        this.images = images;
    }

    /**
     * @param recipe how the network was trained, in words
     * @return the page
     */
    public String html(String recipe) {
        ConfusionMatrix confusion = answers.confusion();
        Html html = new Html().open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", network + " on Fashion-MNIST");
        html.open("style").add(Style.sheet()).close().close();
        html.open("body").open("main").open("header");
        html.element("p", "Nacre", "class", "series");
        html.element("h1", network + " on Fashion-MNIST");
        html.element(
                "p",
                "It recognises " + Numbers.percent(confusion.accuracy()) + " of " + Numbers.count(images.size())
                        + " images that it has never seen.",
                "class",
                "lead");
        html.close();
        html.paragraph(recipe);
        curves(html);
        matrix(html, confusion);
        mistakes(html);
        html.close().close().close();
        return "<!DOCTYPE html>\n" + html;
    }

    private void curves(Html html) {
        html.open("section", "id", "curves").element("h2", "The training");
        html.figure(
                "In training the network sees images that chance has changed, and lacks what is dropped: it can be"
                        + " better on the test images.",
                new Legend().line("c1", "training").line("c2", "test").toString(),
                List.of(curve("loss", Evaluation::loss), curve(ACCURACY, measured -> measured.metric(ACCURACY))));
        html.close();
    }

    private String curve(String title, ToDoubleFunction<Evaluation> value) {
        List<Epoch> epochs = history.epochs();
        return new Chart(title, "epoch", title)
                .dots()
                .line(
                        "c1",
                        epochs.stream()
                                .mapToDouble(e -> value.applyAsDouble(e.training()))
                                .toArray())
                .line(
                        "c2",
                        epochs.stream()
                                .mapToDouble(
                                        e -> value.applyAsDouble(e.validation().orElseThrow()))
                                .toArray())
                .svg();
    }

    private static void matrix(Html html, ConfusionMatrix confusion) {
        html.open("section", "id", "confusion").element("h2", "What is taken for what");
        html.open("figure").add(Matrix.svg(confusion, Clothes.NAMES));
        html.element(
                        "figcaption",
                        "A row for each class as it is, a column for each as it is named. The darker, the greater the part of"
                                + " the row; at the end of a row its recall, at the end of a column its precision.")
                .close()
                .close();
    }

    private void mistakes(Html html) {
        List<Answers.Answer> wrong = answers.mistakes();
        List<Answers.Answer> shown = wrong.subList(0, Math.min(SHOWN, wrong.size()));
        html.open("section", "id", "mistakes").element("h2", "Misclassified images");
        html.paragraph(
                Numbers.count(wrong.size()) + " of " + Numbers.count(images.size()) + " images are misclassified."
                        + (shown.size() < wrong.size()
                                ? " These are the " + shown.size() + " of which the network is surest."
                                : " The one of which the network is surest comes first."));
        html.open("ul", "class", "pictures");
        if (!shown.isEmpty()) {
            Batch batch = images.gatherer()
                    .gather(shown.stream().mapToInt(Answers.Answer::image).toArray(), 0, shown.size());
            for (int i = 0; i < shown.size(); i++) {
                picture(html, batch.inputs().get(0).data(), i, shown.get(i));
            }
        }
        html.close().close();
    }

    private static void picture(Html html, float[] pixels, int at, Answers.Answer answer) {
        String actual = Clothes.NAMES.get(answer.actual());
        html.open("li");
        html.empty(
                "img", "src", Picture.address(pixels, at), "width", "28", "height", "28", "alt", "image of: " + actual);
        html.element("span", actual);
        html.element(
                "span",
                Clothes.NAMES.get(answer.predicted()) + ", " + Numbers.percent(answer.probability()),
                "class",
                "wrong");
        html.close();
    }
}
