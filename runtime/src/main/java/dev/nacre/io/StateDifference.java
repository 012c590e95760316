package dev.nacre.io;

import dev.nacre.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what a network, or an optimiser, has with what a file has, and says all that differs at once. */
final class StateDifference {
    private static final int SHOWN = 20;

    /** A counter that PyTorch's BatchNorm keeps and that changes nothing unless momentum is absent. */
    private static final String COUNTER = "num_batches_tracked";

    static final Wording WEIGHTS = new Wording(
            "the weights",
            "do not fit",
            "network",
            "load it into the network that it was saved from, or rename its tensors");

    private StateDifference() {}

    /** How a message speaks of what is in the file, of whoever it should belong to, and what it advises. */
    record Wording(String content, String verb, String owner, String advice) {}

    static Wording state(String owner) {
        return new Wording(
                "the state",
                "does not fit",
                owner,
                "load it into an " + owner + " with the options and over the parameters that it was saved with");
    }

    static void require(Wording wording, Path file, Map<String, Tensor> present, Map<String, Tensor> content) {
        List<String> missing = present.keySet().stream()
                .filter(name -> !content.containsKey(name))
                .toList();
        List<String> unexpected = content.keySet().stream()
                .filter(name -> !present.containsKey(name) && !isCounter(name))
                .toList();
        List<String> lines = new ArrayList<>();
        for (String name : missing) {
            // Only what would be shown is worth comparing with every name of the file.
            String near = lines.size() < SHOWN ? Similar.nearest(name, unexpected) : null;
            lines.add("missing " + name + " of shape " + present.get(name).sizes()
                    + (near == null ? "" : ": the file has " + Text.quote(near) + ", is that the one?"));
        }
        present.forEach((name, tensor) -> {
            Tensor found = content.get(name);
            if (found != null && !found.sizes().equals(tensor.sizes())) {
                lines.add("wrong shape of " + name + ": the " + wording.owner() + " has " + tensor.sizes()
                        + ", the file " + found.sizes());
            }
        });
        for (String name : unexpected) {
            lines.add("unexpected " + Text.quote(name) + " of shape "
                    + content.get(name).sizes());
        }
        if (!lines.isEmpty()) {
            throw new IllegalArgumentException(message(wording, file, lines, present.keySet(), content.keySet()));
        }
    }

    private static String message(
            Wording wording, Path file, List<String> lines, Set<String> present, Set<String> content) {
        StringBuilder text = new StringBuilder(wording.content() + " in " + file + " " + wording.verb() + " this "
                + wording.owner() + ", nothing was changed (" + present.size() + " tensors in the " + wording.owner()
                + ", " + content.size() + " in the file):");
        lines.stream().limit(SHOWN).forEach(line -> text.append("\n    ").append(line));
        if (lines.size() > SHOWN) {
            text.append("\n    and ").append(lines.size() - SHOWN).append(" more");
        }
        return text.append("\n  ").append(wording.advice()).toString();
    }

    private static boolean isCounter(String name) {
        return name.equals(COUNTER) || name.endsWith("." + COUNTER);
    }
}
