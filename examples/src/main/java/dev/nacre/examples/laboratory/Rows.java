package dev.nacre.examples.laboratory;

import dev.nacre.examples.page.Axis;
import dev.nacre.examples.page.Svg;
import java.util.ArrayList;
import java.util.List;

/** A chart of one number per row, each with twice its standard error on both sides: what is best is seen, and what is chance. */
final class Rows {
    private static final int WIDTH = 360;
    private static final int LEFT = 150;
    private static final int RIGHT = 344;
    private static final int TOP = 30;
    private static final int ROW = 24;

    private record Row(String name, double value, double error, String style) {}

    private final String title;
    private final String unit;
    private final List<Row> rows = new ArrayList<>();

    Rows(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    Rows row(String name, double value, double error, String style) {
        rows.add(new Row(name, value, error, style));
        return this;
    }

    String svg() {
        int bottom = TOP + ROW * rows.size();
        Svg svg = new Svg(WIDTH, bottom + 42, title, unit + ", one row each, with two standard errors on both sides");
        svg.text("title", 0, 14, title);
        double least =
                rows.stream().mapToDouble(r -> r.value() - 2 * r.error()).min().orElse(0);
        double most =
                rows.stream().mapToDouble(r -> r.value() + 2 * r.error()).max().orElse(1);
        Axis axis = Axis.rounded(least, most, LEFT, RIGHT, 4);
        for (double tick : axis.ticks()) {
            svg.line("grid", axis.at(tick), TOP, axis.at(tick), bottom);
            svg.text("tick x", axis.at(tick), bottom + 15, axis.label(tick));
        }
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double y = TOP + ROW * (i + 0.5);
            svg.text("tick y", LEFT - 10, y + 4, row.name());
            svg.line(
                    "whisker " + row.style(),
                    axis.at(row.value() - 2 * row.error()),
                    y,
                    axis.at(row.value() + 2 * row.error()),
                    y);
            svg.dot("dot " + row.style(), axis.at(row.value()), y, 4);
        }
        svg.text("axis-title x", (LEFT + RIGHT) / 2.0, bottom + 34, unit);
        return svg.toString();
    }
}
