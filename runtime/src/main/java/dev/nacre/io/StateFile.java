package dev.nacre.io;

import dev.nacre.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The state of something that training needs beside weights, an optimiser or an average, in a file: safetensors with
 * the kind of state and some numbers as metadata.
 */
public final class StateFile {
    private static final String KIND = "nacre.kind";

    private final Path file;
    private final SafeTensors content;

    private StateFile(Path file, SafeTensors content) {
        this.file = file;
        this.content = content;
    }

    /**
     * Writes state. The file is complete or unchanged at any time: it is written beside and then moved in place.
     *
     * @param file where to; a link is followed
     * @param kind whose state it is, such as {@code Adam}
     * @param tensors by name, written in the map's order
     * @param numbers by name, as texts
     * @throws UncheckedIOException if the file cannot be written; what was there before is still there
     */
    public static void save(Path file, String kind, Map<String, Tensor> tensors, Map<String, String> numbers) {
        Objects.requireNonNull(file, "file");
        Map<String, String> metadata = new LinkedHashMap<>(numbers);
        metadata.put(KIND, kind);
        byte[] header = SafeTensorsWriter.header(tensors, metadata);
        try {
            AtomicFile.write(file, channel -> SafeTensorsWriter.write(channel, header, tensors));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the state to " + file + ": " + AtomicFile.reason(e), e);
        }
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @param file a file of state
     * @param kind whose state is wanted
     * @return what it holds
     * @throws IllegalArgumentException if it is a file of weights, or the state of something else
     * @throws UncheckedIOException if the file cannot be read or is not valid
     */
    public static StateFile read(Path file, String kind) {
        Objects.requireNonNull(file, "file");
        SafeTensors content;
        try {
            content = SafeTensors.read(file);
        } catch (SafeTensorsException e) {
            throw new UncheckedIOException("cannot read the state: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the state from " + file + ": " + AtomicFile.reason(e), e);
        }
        String found = content.metadata().get(KIND);
        if (found == null) {
            throw new IllegalArgumentException(file + " is not a state of " + kind + ": it has no metadata " + KIND
                    + ", as files of weights do not; nothing was changed");
        }
        if (!found.equals(kind)) {
            throw new IllegalArgumentException(file + " is a state of " + Text.quote(found) + ", not of " + kind
                    + ": load it where it was saved from; nothing was changed");
        }
        return new StateFile(file, content);
    }

    /**
     * @param key the name of a number
     * @return whether the file has it
     */
    public boolean has(String key) {
        return content.metadata().containsKey(key);
    }

    /**
     * @param key the name of a number
     * @return a whole number, 0 or more
     * @throws UncheckedIOException if the file lacks it, or has something else there
     */
    public long count(String key) {
        String text = text(key, "a whole number, 0 or more");
        try {
            long count = Long.parseLong(text);
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw wrong(key, text, "a whole number, 0 or more", e);
        }
        throw wrong(key, text, "a whole number, 0 or more", null);
    }

    /**
     * @param key the name of a number
     * @return a number
     * @throws UncheckedIOException if the file lacks it, or has something else there
     */
    public double number(String key) {
        String text = text(key, "a number");
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw wrong(key, text, "a number", e);
        }
    }

    private String text(String key, String expected) {
        String text = content.metadata().get(key);
        if (text == null) {
            SafeTensorsException cause =
                    new SafeTensorsException(file + " lacks the metadata " + key + ": expected " + expected);
            throw new UncheckedIOException("cannot read the state: " + cause.getMessage(), cause);
        }
        return text;
    }

    private UncheckedIOException wrong(String key, String text, String expected, NumberFormatException reason) {
        SafeTensorsException cause = new SafeTensorsException(
                file + " has the metadata " + key + " = " + Text.quote(text) + ": expected " + expected, reason);
        return new UncheckedIOException("cannot read the state: " + cause.getMessage(), cause);
    }

    /**
     * Copies the file's values.
     *
     * @param state tensors by name, to be overwritten
     * @param owner what has that state, for the message
     * @throws IllegalArgumentException if names are missing or unexpected, or shapes differ; it lists them all, and
     *     nothing has been changed
     */
    public void restore(Map<String, Tensor> state, String owner) {
        Map<String, Tensor> tensors = content.tensors();
        StateDifference.require(StateDifference.state(owner), file, state, tensors);
        state.forEach(
                (name, tensor) -> System.arraycopy(tensors.get(name).data(), 0, tensor.data(), 0, tensor.elements()));
    }
}
