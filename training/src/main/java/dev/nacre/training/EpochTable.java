package dev.nacre.training;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Prints a line per epoch: losses, metrics on the validation data (on the training data without any), samples per second;
 * and says so when the validation loss rises while the training loss falls.
 */
public final class EpochTable implements TrainingListener {
    private final PrintStream out;

    private EpochTable(PrintStream out) {
        this.out = out;
    }

    /**
     * @param out where to print
     * @return a listener for {@link Trainer#listener}
     */
    public static EpochTable to(PrintStream out) {
        return new EpochTable(out);
    }

    @Override
    public void epochDone(History history) {
        Epoch epoch = history.last();
        Evaluation measured = epoch.validation().orElse(epoch.training());
        if (history.epochs().size() == 1) {
            out.println(header(epoch, measured));
        }
        StringBuilder line =
                new StringBuilder(String.format(Locale.ROOT, "%5d%15.4f", epoch.number(), epoch.trainingLoss()));
        epoch.validationLoss().ifPresent(loss -> line.append(String.format(Locale.ROOT, "%17.4f", loss)));
        measured.metrics()
                .forEach((name, value) -> line.append(String.format(Locale.ROOT, "%" + width(name) + ".4f", value)));
        line.append(String.format(Locale.ROOT, "%11.0f", epoch.samplesPerSecond()));
        if (history.divergences().contains(epoch)) {
            line.append("   validation loss rises while training loss falls");
        }
        out.println(line);
    }

    @Override
    public void fitted(History history) {
        history.stopReason()
                .ifPresent(reason ->
                        out.println("stopped after epoch " + history.last().number() + ": " + reason));
        history.restoredEpoch()
                .ifPresent(number -> out.println("the network has the weights of epoch " + number + " again"));
    }

    private static String header(Epoch epoch, Evaluation measured) {
        StringBuilder line = new StringBuilder("epoch  training loss");
        if (epoch.validation().isPresent()) {
            line.append("  validation loss");
        }
        measured.metrics().keySet().forEach(name -> line.append(String.format("%" + width(name) + "s", name)));
        return line.append("  samples/s").toString();
    }

    private static int width(String name) {
        return Math.max(8, name.length() + 2);
    }
}
