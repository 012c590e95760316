package dev.nacre.examples.page;

/** Says below a figure what its lines are; as text, so that it breaks where the screen ends. */
public final class Legend {
    private final Html html = new Html().open("p", "class", "legend");

    public Legend line(String style, String words) {
        return entry(new Svg(28, 10, words, "sample of the line").line("line " + style, 1, 5, 27, 5), words);
    }

    public Legend column(String style, String words) {
        return entry(new Svg(28, 10, words, "sample of the column").rectangle("column " + style, 8, 0, 12, 10), words);
    }

    private Legend entry(Svg sample, String words) {
        html.open("span")
                .add(sample.toString().strip())
                .add(" ")
                .add(Html.inline(words))
                .close();
        return this;
    }

    @Override
    public String toString() {
        return html.close().toString();
    }
}
