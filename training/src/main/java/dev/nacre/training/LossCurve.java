package dev.nacre.training;

import dev.nacre.training.file.AtomicFile;
import java.awt.AWTError;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A picture of a history: the loss over the epochs, and beside it each metric, for training and validation data. Needs no
 * screen.
 */
public final class LossCurve {
    /** How the name of a class begins that is not there at all; of one that fails to initialise, the message begins otherwise. */
    private static final String XCHART = "org/knowm/xchart/";

    private static final int WIDTH = 640;
    private static final int HEIGHT = 440;
    private static final Color TRAINING = new Color(0x1F77B4);
    private static final Color VALIDATION = new Color(0xE4572E);

    private final History history;

    private LossCurve(History history) {
        this.history = history;
    }

    /**
     * @param history at least one epoch
     * @return its picture
     * @throws IllegalStateException if there is no epoch
     */
    public static LossCurve of(History history) {
        history.last();
        return new LossCurve(history);
    }

    /**
     * Writes the picture as PNG. The file is replaced as a whole: a failure leaves nothing half.
     *
     * @param file the file to write, in a folder that exists
     * @throws UncheckedIOException with one clear line if the file cannot be written
     * @throws IllegalStateException if this Java cannot draw, as without any font, or with a display that is not
     *     there, or XChart is missing
     */
    public void save(Path file) {
        AtomicFile.write(file, png(), "the loss curve");
    }

    private byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(draw(), "png", new MemoryCacheImageOutputStream(bytes))) {
                throw new IllegalStateException("this Java has no writer for PNG pictures");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode the loss curve: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    private BufferedImage draw() {
        try {
            List<XYChart> charts = charts();
            BufferedImage image = new BufferedImage(WIDTH * charts.size(), HEIGHT, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            for (XYChart chart : charts) {
                chart.paint(graphics, WIDTH, HEIGHT);
                graphics.translate(WIDTH, 0);
            }
            graphics.dispose();
            return image;
        } catch (NoClassDefFoundError e) {
            String message = String.valueOf(e.getMessage());
            throw message.startsWith(XCHART)
                    ? new IllegalStateException(
                            "cannot draw the loss curve: XChart is not on the class path (no class "
                                    + message.replace('/', '.')
                                    + "); add org.knowm.xchart:xchart, which Nacre's training"
                                    + " depends on",
                            e)
                    : undrawable(e);
        } catch (LinkageError | InternalError | AWTError | RuntimeException e) {
            // Java reports a missing display or font in any of these ways.
            throw undrawable(e);
        }
    }

    private static IllegalStateException undrawable(Throwable e) {
        return new IllegalStateException(
                "cannot draw the loss curve: " + e
                        + "; run Java with -Djava.awt.headless=true, and install fontconfig and a"
                        + " font, such as DejaVu",
                e);
    }

    private List<XYChart> charts() {
        List<XYChart> charts = new ArrayList<>();
        charts.add(chart("loss", Evaluation::loss, Styler.LegendPosition.InsideNE));
        for (String name : history.last().training().metrics().keySet()) {
            charts.add(chart(name, measured -> measured.metric(name), Styler.LegendPosition.InsideSE));
        }
        return charts;
    }

    private XYChart chart(String title, ToDoubleFunction<Evaluation> value, Styler.LegendPosition legend) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("epoch")
                .build();
        chart.getStyler()
                .setLegendPosition(legend)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false);
        List<Epoch> epochs = history.epochs();
        add(chart, "training", TRAINING, epochs, epoch -> value.applyAsDouble(epoch.training()));
        List<Epoch> validated =
                epochs.stream().filter(epoch -> epoch.validation().isPresent()).toList();
        if (!validated.isEmpty()) {
            add(
                    chart,
                    "validation",
                    VALIDATION,
                    validated,
                    epoch -> value.applyAsDouble(epoch.validation().get()));
        }
        return chart;
    }

    private static void add(
            XYChart chart, String name, Color color, List<Epoch> epochs, ToDoubleFunction<Epoch> value) {
        XYSeries series = chart.addSeries(
                name,
                epochs.stream().mapToDouble(Epoch::number).toArray(),
                epochs.stream().mapToDouble(value).toArray());
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(color);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(2));
    }
}
