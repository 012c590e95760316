package dev.nacre.examples.laboratory;

import dev.nacre.examples.page.Html;
import dev.nacre.examples.page.Numbers;
import dev.nacre.examples.page.Style;
import java.util.List;

/** The report as a page: what stands around its sections. */
final class Page {
    private final Lab lab;
    private final String source;
    private final List<Chapter> chapters;

    Page(Lab lab, String source, List<Chapter> chapters) {
        this.lab = lab;
        this.source = source;
        this.chapters = chapters;
    }

    String html(double seconds) {
        Html html = new Html().open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", "The dropout laboratory");
        html.open("style").add(Style.sheet()).close().close();
        html.open("body").open("main");
        head(html);
        summary(html);
        chapters.forEach(chapter -> html.add(chapter.html()));
        method(html);
        html.open("footer")
                .element(
                        "p",
                        "Written by `examples/run laboratory --size "
                                + lab.size().name().toLowerCase(java.util.Locale.ROOT) + " --seed " + lab.seed()
                                + "` of Nacre. The same command on the same images gives the same numbers on every machine.")
                .open("p", "class", "time")
                .add("It took " + Numbers.fixed(seconds, 0) + " seconds.")
                .close()
                .close();
        html.close().close().close();
        return "<!DOCTYPE html>\n" + html;
    }

    private void head(Html html) {
        html.open("header");
        html.element("p", "Nacre", "class", "series");
        html.element("h1", "The dropout laboratory");
        html.element(
                "p",
                "What lecture notes and textbooks say about dropout, tried on Fashion-MNIST with networks that Nacre generated."
                        + " Each section sets the claims beside the numbers that were measured, also where they disagree.",
                "class",
                "lead");
        html.close();
    }

    private void summary(Html html) {
        html.open("section", "id", "summary").element("h2", "In short");
        html.paragraph(count(Verdict.HOLDS) + " of " + all() + " claims hold in this run, " + count(Verdict.FAILS)
                + " do not, and " + count(Verdict.OPEN)
                + " stay undecided: the difference is less than two standard errors, so it may be chance.");
        html.open("ol", "class", "contents");
        for (Chapter chapter : chapters) {
            html.open("li").open("a", "href", "#s" + chapter.number());
            html.add(Html.escape(chapter.title())).close();
            html.open("ul");
            for (Claim claim : chapter.claims()) {
                html.open("li");
                Chapter.verdict(html, claim.verdict());
                html.element("span", claim.said()).close();
            }
            html.close().close();
        }
        html.close().close();
    }

    private long all() {
        return chapters.stream().mapToLong(c -> c.claims().size()).sum();
    }

    private long count(Verdict verdict) {
        return chapters.stream()
                .flatMap(c -> c.claims().stream())
                .filter(c -> c.verdict() == verdict)
                .count();
    }

    private void method(Html html) {
        Size size = lab.size();
        html.open("section", "id", "method").element("h2", "How it was measured");
        html.open("dl");
        item(
                html,
                "Images",
                source + ". Networks train on the first " + Numbers.count(size.trainingImages)
                        + " images of the training file unless a section says otherwise; the last "
                        + Numbers.count(size.validationImages)
                        + " of it are for validation; choices are made by them alone. "
                        + Numbers.count(lab.images().test().size())
                        + " images of the test file are looked at once, after the last epoch. Pixels are from 0 to 1.");
        item(
                html,
                "Training",
                "Gradient descent with learning rate " + Numbers.plain(Training.LEARNING_RATE) + " and momentum "
                        + Numbers.plain(Training.MOMENTUM) + ", batches of " + Training.BATCH + ", " + size.epochs
                        + " epochs, weights that begin as PyTorch’s do; the same for all networks. D2L’s own recipe (learning rate"
                        + " 0.5, batches of 256, 10 epochs, weights from N(0, 0.01²)) is for 60,000 images and would make some"
                        + " dozens of steps here; `examples/run fashion-mnist` runs that.");
        item(
                html,
                "Chance",
                "Everything is trained " + size.seeds + " times, with the seeds " + lab.seed() + " to "
                        + (lab.seed() + size.seeds - 1)
                        + ". A ± is one standard error: of the mean over the test images and of the mean over the seeds, added as"
                        + " squares; differences are taken image by image and seed by seed. Claims about a difference in accuracy or"
                        + " test loss hold or do not if it exceeds two standard errors. Claims about other numbers are read off the"
                        + " means over the seeds.");
        item(
                html,
                "Left out",
                "Whole channels and one mask for all time steps, which need convolutions and recurrence; the small networks"
                        + " 128-64-10 and 10-5-1, which are for other data; dropout on the output, which nobody recommends and the"
                        + " compiler warns of.");
        html.close().close();
    }

    private static void item(Html html, String term, String words) {
        html.element("dt", term).element("dd", words);
    }
}
