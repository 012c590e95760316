package dev.nacre.training;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** The epochs of a history as text. */
final class HistoryFile {
    private final Properties entries = new Properties();

    private HistoryFile() {}

    static String text(List<Epoch> epochs) {
        HistoryFile file = new HistoryFile();
        file.put("epochs", epochs.size());
        for (int place = 0; place < epochs.size(); place++) {
            Epoch epoch = epochs.get(place);
            file.put(place + ".number", epoch.number());
            file.put(place + ".seconds", epoch.seconds());
            file.put(place + ".training", epoch.training());
            if (epoch.validation().isPresent()) {
                file.put(place + ".validation", epoch.validation().get());
            }
        }
        StringWriter text = new StringWriter();
        try {
            file.entries.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Without the first line, which is the date; sorted, so that equal histories are equal files.
        return text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void put(String key, Object value) {
        entries.setProperty(key, value.toString());
    }

    private void put(String key, Evaluation evaluation) {
        put(key + ".samples", evaluation.samples());
        put(key + ".loss", evaluation.loss());
        int metric = 0;
        for (Map.Entry<String, Double> entry : evaluation.metrics().entrySet()) {
            put(key + ".metric." + metric + ".name", entry.getKey());
            put(key + ".metric." + metric + ".value", entry.getValue());
            metric++;
        }
    }

    static List<Epoch> read(String text, Path origin) {
        HistoryFile file = new HistoryFile();
        try {
            file.entries.load(new StringReader(text));
            List<Epoch> epochs = new ArrayList<>();
            int count = Integer.parseInt(file.get("epochs"));
            for (int place = 0; place < count; place++) {
                epochs.add(new Epoch(
                        Integer.parseInt(file.get(place + ".number")),
                        file.evaluation(place + ".training"),
                        file.entries.containsKey(place + ".validation.loss")
                                ? Optional.of(file.evaluation(place + ".validation"))
                                : Optional.empty(),
                        Double.parseDouble(file.get(place + ".seconds"))));
            }
            return epochs;
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    origin + " is no history of a training: delete this checkpoint to resume from the one before", e);
        }
    }

    private String get(String key) {
        String value = entries.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("no " + key);
        }
        return value;
    }

    private Evaluation evaluation(String key) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (int metric = 0; entries.containsKey(key + ".metric." + metric + ".name"); metric++) {
            metrics.put(
                    get(key + ".metric." + metric + ".name"),
                    Double.parseDouble(get(key + ".metric." + metric + ".value")));
        }
        return new Evaluation(
                Integer.parseInt(get(key + ".samples")),
                Double.parseDouble(get(key + ".loss")),
                Collections.unmodifiableMap(metrics));
    }
}
