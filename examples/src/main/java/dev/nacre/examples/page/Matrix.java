package dev.nacre.examples.page;

import dev.nacre.training.ConfusionMatrix;
import java.util.List;

/** A picture of a confusion matrix. */
public final class Matrix {
    private static final int CELL = 44;
    private static final int LEFT = 92;
    private static final int TOP = 76;
    private static final int BASELINE = 4;

    private Matrix() {}

    /**
     * @param confusion how often which class was taken for which
     * @param names a name per class
     * @return the picture
     */
    public static String svg(ConfusionMatrix confusion, List<String> names) {
        int classes = confusion.classes();
        int side = classes * CELL;
        Svg svg = new Svg(
                LEFT + side + 60,
                TOP + side + 34,
                "Confusion matrix",
                "A row per actual class, a column per predicted one");
        for (int row = 0; row < classes; row++) {
            double middle = TOP + (row + 0.5) * CELL;
            svg.text("tick y", LEFT - 8, middle + BASELINE, names.get(row));
            svg.textUpwards("tick", LEFT + (row + 0.5) * CELL + BASELINE, TOP - 8, names.get(row));
            for (int column = 0; column < classes; column++) {
                cell(svg, confusion, row, column);
            }
            svg.text("tick", LEFT + side + 8, middle + BASELINE, Numbers.percent(confusion.recall(row)));
            svg.text(
                    "tick x",
                    LEFT + (row + 0.5) * CELL,
                    TOP + side + 18,
                    Numbers.percent(confusion.precision(row)).replace(" ", ""));
        }
        return svg.toString();
    }

    private static void cell(Svg svg, ConfusionMatrix confusion, int row, int column) {
        long count = confusion.count(row, column);
        double share = confusion.support(row) == 0 ? 0 : (double) count / confusion.support(row);
        double x = LEFT + column * CELL;
        double y = TOP + row * CELL;
        // Roots, so that rare confusions show beside the diagonal.
        int shade = (int) Math.ceil(10 * Math.sqrt(share));
        svg.rectangle("cell s" + shade + (row == column ? " right" : " wrong"), x + 1, y + 1, CELL - 2, CELL - 2);
        svg.text(
                "count x" + (shade > 6 ? " light" : ""),
                x + CELL / 2.0,
                y + CELL / 2.0 + BASELINE,
                Numbers.count(count));
    }
}
