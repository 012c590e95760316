package dev.nacre.training;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar per epoch that is gone when the epoch is trained. */
final class ProgressListener implements TrainingListener {
    /** Given, because asking the terminal would load native code. */
    private static final int WIDTH = 78;

    private final PrintStream out;
    private ProgressBar bar;

    ProgressListener() {
        this(System.err);
    }

    ProgressListener(PrintStream out) {
        this.out = out;
    }

    @Override
    public void epochStarted(int epoch, int batches) {
        bar = new ProgressBarBuilder()
                .setTaskName("epoch " + epoch)
                .setInitialMax(batches)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(100)
                .setConsumer(new DelegatingProgressBarConsumer(text -> out.print("\r" + text), WIDTH))
                .build();
    }

    @Override
    public void batchDone(int epoch, int batch, float loss) {
        bar.step();
        bar.setExtraMessage(String.format(Locale.ROOT, " loss %.4f", loss));
    }

    @Override
    public void epochTrained() {
        ended();
    }

    @Override
    public void ended() {
        if (bar != null) {
            bar.close();
            bar = null;
            out.print("\r" + " ".repeat(WIDTH) + "\r");
            out.flush();
        }
    }
}
