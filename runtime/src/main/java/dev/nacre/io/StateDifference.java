package dev.nacre.io;

import dev.nacre.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what a network has with what a file has, and says all that differs at once. */
final class StateDifference {
    private static final int SHOWN = 20;

    /** A counter that PyTorch's BatchNorm keeps and that changes nothing unless momentum is absent. */
    private static final String COUNTER = "num_batches_tracked";

    private StateDifference() {}

    static void require(Path file, Map<String, Tensor> network, Map<String, Tensor> content) {
        List<String> missing = network.keySet().stream()
                .filter(name -> !content.containsKey(name))
                .toList();
        List<String> unexpected = content.keySet().stream()
                .filter(name -> !network.containsKey(name) && !isCounter(name))
                .toList();
        List<String> lines = new ArrayList<>();
        for (String name : missing) {
            // Only what would be shown is worth comparing with every name of the file.
            String near = lines.size() < SHOWN ? Similar.nearest(name, unexpected) : null;
            lines.add("missing " + name + " of shape " + network.get(name).sizes()
                    + (near == null ? "" : ": the file has " + Text.quote(near) + ", is that the one?"));
        }
        network.forEach((name, tensor) -> {
            Tensor found = content.get(name);
            if (found != null && !found.sizes().equals(tensor.sizes())) {
                lines.add("wrong shape of " + name + ": the network has " + tensor.sizes() + ", the file "
                        + found.sizes());
            }
        });
        for (String name : unexpected) {
            lines.add("unexpected " + Text.quote(name) + " of shape "
                    + content.get(name).sizes());
        }
        if (!lines.isEmpty()) {
            throw new IllegalArgumentException(message(file, lines, network.keySet(), content.keySet()));
        }
    }

    private static String message(Path file, List<String> lines, Set<String> network, Set<String> content) {
        StringBuilder text =
                new StringBuilder("the weights in " + file + " do not fit this network, nothing was changed ("
                        + network.size() + " tensors in the network, " + content.size() + " in the file):");
        lines.stream().limit(SHOWN).forEach(line -> text.append("\n    ").append(line));
        if (lines.size() > SHOWN) {
            text.append("\n    and ").append(lines.size() - SHOWN).append(" more");
        }
        return text.append("\n  load it into the network that it was saved from, or rename its tensors")
                .toString();
    }

    private static boolean isCounter(String name) {
        return name.equals(COUNTER) || name.endsWith("." + COUNTER);
    }
}
