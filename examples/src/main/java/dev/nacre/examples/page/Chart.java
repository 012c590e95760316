package dev.nacre.examples.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** A small chart with two axes: lines, columns and marks. Of one size, so that several stand side by side. */
public final class Chart {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 250;
    private static final int LEFT = 46;
    private static final int RIGHT = 348;
    private static final int TOP = 34;
    private static final int BOTTOM = 208;

    /** Room for the words of a mark. */
    private static final int WORDS = 80;

    private record Line(String style, double[] x, double[] y) {}

    private record Column(double from, double to, double height, String style) {}

    private record Mark(double x, String words, String style) {}

    private final String title;
    private final String xTitle;
    private final String yTitle;
    private final List<Line> lines = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private double[] yRange = {};
    private double[] xRange = {};
    private String[] names = {};
    private boolean dots;

    /** @param xTitle what the axis counts, with its unit; likewise the other */
    public Chart(String title, String xTitle, String yTitle) {
        this.title = title;
        this.xTitle = xTitle;
        this.yTitle = yTitle;
    }

    /** @param style a colour of the style sheet, such as "c1", and perhaps "dashed" */
    public Chart line(String style, double[] x, double[] y) {
        lines.add(new Line(style, x, y));
        return this;
    }

    /** A line over epochs 1, 2, 3... */
    public Chart line(String style, double[] y) {
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i + 1;
        }
        return line(style, x, y);
    }

    /** Shows the points that the lines connect. */
    public Chart dots() {
        dots = true;
        return this;
    }

    /** Names for the places 0, 1, 2... of the axis, in place of numbers. */
    public Chart names(String... places) {
        names = places;
        return this;
    }

    public Chart column(double from, double to, double height, String style) {
        columns.add(new Column(from, to, height, style));
        return this;
    }

    /** A vertical line with words beside it. */
    public Chart mark(double x, String words, String style) {
        marks.add(new Mark(x, words, style));
        return this;
    }

    /** What the axis shows at least, so that charts side by side have the same. */
    public Chart yRange(double least, double most) {
        yRange = new double[] {least, most};
        return this;
    }

    /** Exactly what the axis shows. */
    public Chart xRange(double least, double most) {
        xRange = new double[] {least, most};
        return this;
    }

    public String svg() {
        Svg svg = new Svg(WIDTH, HEIGHT, title, yTitle + " against " + xTitle);
        Axis x = xAxis();
        Axis y = yAxis();
        svg.text("title", 0, 14, title);
        for (double tick : y.ticks()) {
            svg.line("grid", LEFT, y.at(tick), RIGHT, y.at(tick));
            svg.text("tick y", LEFT - 6, y.at(tick) + 4, y.label(tick));
        }
        xTicks(svg, x);
        for (Column column : columns) {
            double left = x.at(column.from());
            svg.rectangle(
                    "column " + column.style(),
                    left + 0.5,
                    y.at(column.height()),
                    x.at(column.to()) - left - 1,
                    BOTTOM - y.at(column.height()));
        }
        svg.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
        drawMarks(svg, x);
        for (Line line : lines) {
            draw(svg, line, x, y);
        }
        svg.text("axis-title x", (LEFT + RIGHT) / 2.0, HEIGHT - 6, xTitle);
        svg.textUpwards("axis-title x", 11, (TOP + BOTTOM) / 2.0, yTitle);
        return svg.toString();
    }

    private void xTicks(Svg svg, Axis x) {
        for (double tick : x.ticks()) {
            if (names.length == 0) {
                svg.line("axis", x.at(tick), BOTTOM, x.at(tick), BOTTOM + 4);
                svg.text("tick x", x.at(tick), BOTTOM + 17, x.label(tick));
            }
        }
        for (int i = 0; i < names.length; i++) {
            svg.line("axis", x.at(i), BOTTOM, x.at(i), BOTTOM + 4);
            svg.text("tick x", x.at(i), BOTTOM + 17, names[i]);
        }
    }

    private static void draw(Svg svg, Line line, Axis x, Axis y, boolean dots) {
        double[] across = DoubleStream.of(line.x()).map(x::at).toArray();
        double[] down = DoubleStream.of(line.y())
                .map(value -> Math.min(BOTTOM, Math.max(TOP - 6, y.at(value))))
                .toArray();
        svg.path("line " + line.style(), across, down);
        for (int i = 0; dots && i < across.length; i++) {
            svg.dot("dot " + line.style(), across[i], down[i], 3);
        }
    }

    private void draw(Svg svg, Line line, Axis x, Axis y) {
        draw(svg, line, x, y, dots && !line.style().contains("dashed"));
    }

    /** Words on the side that has room; marks close to each other take turns. */
    private void drawMarks(Svg svg, Axis x) {
        int row = 0;
        for (Mark mark : marks) {
            double at = x.at(mark.x());
            boolean first = marks.stream().allMatch(other -> mark.x() <= other.x());
            boolean left = marks.size() == 1 ? at > (LEFT + RIGHT) / 2.0 : first || at > RIGHT - WORDS;
            svg.line("mark " + mark.style(), at, TOP - 8, at, BOTTOM);
            svg.text(
                    "mark-words " + mark.style() + (left ? " y" : ""),
                    at + (left ? -4 : 4),
                    TOP + 2 + 13 * row++,
                    mark.words());
        }
    }

    private Axis xAxis() {
        if (xRange.length > 0) {
            return new Axis(xRange[0], xRange[1], LEFT, RIGHT, 6);
        }
        if (names.length > 0) {
            return new Axis(-0.3, names.length - 0.7, LEFT, RIGHT, 6);
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Line line : lines) {
            least = Math.min(least, DoubleStream.of(line.x()).min().orElseThrow());
            most = Math.max(most, DoubleStream.of(line.x()).max().orElseThrow());
        }
        return new Axis(least == 1 ? 0 : least, most, LEFT, RIGHT, 6);
    }

    private Axis yAxis() {
        if (yRange.length > 0) {
            return Axis.rounded(yRange[0], yRange[1], BOTTOM, TOP, 5);
        }
        double least = columns.isEmpty() ? Double.POSITIVE_INFINITY : 0;
        double most = columns.stream().mapToDouble(Column::height).max().orElse(Double.NEGATIVE_INFINITY);
        for (Line line : lines) {
            least = Math.min(least, DoubleStream.of(line.y()).min().orElseThrow());
            most = Math.max(most, DoubleStream.of(line.y()).max().orElseThrow());
        }
        return Axis.rounded(least, most, BOTTOM, TOP, 5);
    }
}
