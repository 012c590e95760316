package dev.nacre.examples.page;

/** The elements of a picture, in the coordinates of its view box; looks come from the page's style sheet. */
public final class Svg {
    private final Html html = new Html();

    public Svg(int width, int height, String title, String description) {
        html.open(
                        "svg",
                        "viewBox",
                        "0 0 " + width + " " + height,
                        "role",
                        "img",
                        "aria-label",
                        title + ". " + description)
                .element("title", title);
    }

    public Svg line(String style, double x1, double y1, double x2, double y2) {
        html.empty("line", "class", style, "x1", n(x1), "y1", n(y1), "x2", n(x2), "y2", n(y2));
        return this;
    }

    public Svg text(String style, double x, double y, String text) {
        html.open("text", "class", style, "x", n(x), "y", n(y))
                .add(Html.escape(text))
                .close();
        return this;
    }

    /** A text that is read from below. */
    public Svg textUpwards(String style, double x, double y, String text) {
        html.open("text", "class", style, "transform", "translate(" + n(x) + " " + n(y) + ") rotate(-90)")
                .add(Html.escape(text))
                .close();
        return this;
    }

    public Svg path(String style, double[] x, double[] y) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            points.append(i == 0 ? "" : " ").append(n(x[i])).append(',').append(n(y[i]));
        }
        html.empty("polyline", "class", style, "points", points.toString());
        return this;
    }

    public Svg rectangle(String style, double x, double y, double width, double height) {
        html.empty(
                "rect",
                "class",
                style,
                "x",
                n(x),
                "y",
                n(y),
                "width",
                n(Math.max(0, width)),
                "height",
                n(Math.max(0, height)));
        return this;
    }

    public Svg dot(String style, double x, double y, double radius) {
        html.empty("circle", "class", style, "cx", n(x), "cy", n(y), "r", n(radius));
        return this;
    }

    /** A tenth of a unit is less than anyone sees. */
    private static String n(double value) {
        String text = Numbers.fixed(value, 1).replace('−', '-');
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    @Override
    public String toString() {
        return html.close().toString();
    }
}
