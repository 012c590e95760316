package dev.nacre.io;

import dev.nacre.network.DropoutLayer;
import dev.nacre.network.DropoutLayers;
import dev.nacre.network.Mode;
import dev.nacre.network.RunState;
import dev.nacre.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The weights of a network in a file, with what its randomness needs to continue: safetensors with the seed, step and
 * mode as metadata. A file without these, such as a PyTorch {@code state_dict}, has seed 0, step 0 and mode EVAL.
 */
public final class Checkpoint {
    private static final String SEED = "nacre.seed";
    private static final String STEP = "nacre.step";
    private static final String MODE = "nacre.mode";
    private static final String DROPOUT = "nacre.dropout.";

    private final Path file;
    private final Map<String, Tensor> tensors;
    private final long seed;
    private final long step;
    private final Mode mode;
    private final Map<String, Double> dropout = new TreeMap<>();

    private Checkpoint(Path file, SafeTensors content) throws SafeTensorsException {
        this.file = file;
        this.tensors = content.tensors();
        this.seed = number(content.metadata(), SEED);
        this.step = number(content.metadata(), STEP);
        this.mode = mode(content.metadata().getOrDefault(MODE, Mode.EVAL.name()));
        for (Map.Entry<String, String> entry : content.metadata().entrySet()) {
            if (entry.getKey().startsWith(DROPOUT)) {
                dropout.put(entry.getKey().substring(DROPOUT.length()), probability(entry));
            }
        }
        if (step < 0) {
            throw new SafeTensorsException(
                    file + " has the metadata " + STEP + " = " + step + ": a step count is 0 or more");
        }
    }

    /**
     * Writes a network. The file is complete or unchanged at any time: it is written beside and then moved in place.
     *
     * @param file where to; a link is followed
     * @param state parameters and running statistics by name, written in the map's order
     * @param seed the network's seed
     * @param step the network's step count
     * @param mode the network's mode
     * @throws UncheckedIOException if the file cannot be written; what was there before is still there
     */
    public static void save(Path file, Map<String, Tensor> state, long seed, long step, Mode mode) {
        write(file, state, metadata(seed, step, mode));
    }

    /**
     * The same with all that a run depends on: what {@code save} of a network writes. Where the p of a dropout layer is not the
     * declared one, it is in the metadata as well.
     *
     * @param file where to; a link is followed
     * @param state parameters and running statistics by name, written in the map's order
     * @param run the network's seed, step, mode and dropout layers
     * @throws UncheckedIOException if the file cannot be written; what was there before is still there
     */
    public static void save(Path file, Map<String, Tensor> state, RunState run) {
        Map<String, String> metadata = metadata(run.seed(), run.step(), run.mode());
        run.dropouts().changed().forEach((name, p) -> metadata.put(DROPOUT + name, Double.toString(p)));
        write(file, state, metadata);
    }

    private static Map<String, String> metadata(long seed, long step, Mode mode) {
        return new TreeMap<>(
                Map.of("format", "pt", SEED, Long.toString(seed), STEP, Long.toString(step), MODE, mode.name()));
    }

    private static void write(Path file, Map<String, Tensor> state, Map<String, String> metadata) {
        Objects.requireNonNull(file, "file");
        byte[] header = SafeTensorsWriter.header(state, metadata);
        try {
            AtomicFile.write(file, channel -> SafeTensorsWriter.write(channel, header, state));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write weights to " + file + ": " + AtomicFile.reason(e), e);
        }
    }

    /**
     * @param file a safetensors file, of this library or another
     * @return what it holds
     * @throws UncheckedIOException if the file cannot be read or is not valid
     */
    public static Checkpoint read(Path file) {
        Objects.requireNonNull(file, "file");
        try {
            return new Checkpoint(file, SafeTensors.read(file));
        } catch (SafeTensorsException e) {
            throw new UncheckedIOException("cannot read weights: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read weights from " + file + ": " + AtomicFile.reason(e), e);
        }
    }

    private long number(Map<String, String> metadata, String key) throws SafeTensorsException {
        String text = metadata.getOrDefault(key, "0");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new SafeTensorsException(
                    file + " has the metadata " + key + " = " + Text.quote(text) + ": expected a whole number", e);
        }
    }

    private double probability(Map.Entry<String, String> entry) throws SafeTensorsException {
        try {
            return Double.parseDouble(entry.getValue());
        } catch (NumberFormatException e) {
            throw new SafeTensorsException(
                    file + " has the metadata " + entry.getKey() + " = " + Text.quote(entry.getValue())
                            + ": expected a number",
                    e);
        }
    }

    private Mode mode(String name) throws SafeTensorsException {
        for (Mode known : Mode.values()) {
            if (known.name().equals(name)) {
                return known;
            }
        }
        throw new SafeTensorsException(file + " has the metadata " + MODE + " = " + Text.quote(name)
                + ": expected TRAIN, EVAL or MONTE_CARLO");
    }

    /** @return the seed of the network that was saved, or 0 */
    public long seed() {
        return seed;
    }

    /** @return the step count of the network that was saved, or 0 */
    public long step() {
        return step;
    }

    /** @return the mode of the network that was saved, or {@link Mode#EVAL} */
    public Mode mode() {
        return mode;
    }

    /**
     * Copies the file's values into a network. Names that end in {@code num_batches_tracked}, which PyTorch's BatchNorm
     * writes, may be in the file without being in the network.
     *
     * @param state the network's parameters and running statistics by name
     * @throws IllegalArgumentException if names are missing or unexpected, or shapes differ; it lists them all, and
     *     nothing has been changed
     */
    public void restore(Map<String, Tensor> state) {
        // Loops, as in all that runs before a first prediction: the first lambda of a program takes it milliseconds.
        if (!same(state)) {
            StateDifference.require(StateDifference.WEIGHTS, file, state, tensors);
        }
        for (Map.Entry<String, Tensor> entry : state.entrySet()) {
            Tensor to = entry.getValue();
            System.arraycopy(tensors.get(entry.getKey()).data(), 0, to.data(), 0, to.elements());
        }
    }

    /** What is so nearly always, without the class that finds out what differs. */
    private boolean same(Map<String, Tensor> state) {
        for (Map.Entry<String, Tensor> entry : state.entrySet()) {
            Tensor found = tensors.get(entry.getKey());
            if (found == null || !found.sizes().equals(entry.getValue().sizes())) {
                return false;
            }
        }
        return state.size() == tensors.size();
    }

    /**
     * Gives dropout layers the p of the network that was saved: that of the file where it says one, else the declared one.
     *
     * @param layers the network's dropout layers
     * @throws IllegalArgumentException if the file names a layer that is not there, or a p that the layer cannot have; nothing has
     *     been changed
     */
    public void restore(DropoutLayers layers) {
        for (String name : dropout.keySet()) {
            if (!layers.names().contains(name)) {
                throw new IllegalArgumentException(file + " has a p of the dropout layer " + Text.quote(name)
                        + ", which the network does not have: its dropout layers are " + layers.names());
            }
            try {
                layers.get(name).requireP(dropout.get(name));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        file + " has a p of the dropout layer " + Text.quote(name) + ": " + e.getMessage(), e);
            }
        }
        for (DropoutLayer layer : layers.list()) {
            layer.p(dropout.getOrDefault(layer.name(), layer.declaredP()));
        }
    }
}
