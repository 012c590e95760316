package dev.nacre.verification.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.io.SafeTensors;
import dev.nacre.tensor.Tensor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One case of the conformance data: its tensors, and how far from them a result may be. */
final class Vectors {
    private static final Pattern ERROR = Pattern.compile("\"([^\"]+)\":\\[([^,\\]]+),");
    private static final double ONNX_RELATIVE = 1e-5;
    private static final double ONNX_ABSOLUTE = 1e-7;

    private final String name;
    private final SafeTensors file;
    private final Map<String, Double> floatErrors = new HashMap<>();

    private Vectors(String name, SafeTensors file) {
        this.name = name;
        this.file = file;
        Matcher matcher = ERROR.matcher(file.metadata().getOrDefault("f32err", ""));
        while (matcher.find()) {
            floatErrors.put(matcher.group(1), Double.valueOf(matcher.group(2)));
        }
    }

    /** @param name {@code dense/2x3x5} */
    static Vectors pytorch(String name) {
        return read("pytorch", name);
    }

    /** @param name {@code node/relu} */
    static Vectors onnx(String name) {
        return read("onnx", name);
    }

    private static Vectors read(String folder, String name) {
        String resource = "/conformance/" + folder + "/" + name.replace('/', '.') + ".safetensors";
        try {
            Vectors vectors = new Vectors(
                    name,
                    SafeTensors.read(Path.of(Vectors.class.getResource(resource).toURI())));
            assertEquals(name, vectors.file.metadata().get("case"));
            return vectors;
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(resource, e);
        }
    }

    String name() {
        return name;
    }

    boolean has(String tensor) {
        return file.tensors().containsKey(tensor);
    }

    /** A tensor by its name in the file. */
    Tensor tensor(String tensor) {
        assertTrue(
                has(tensor),
                () -> name + " has no " + tensor + ", but " + file.tensors().keySet());
        return file.tensors().get(tensor);
    }

    /** Class indices, which are read as floats. */
    int[] labels(String tensor) {
        float[] values = tensor(tensor).toArray();
        int[] labels = new int[values.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int) values[i];
        }
        return labels;
    }

    /** Compares in PyTorch's tolerance: four times its own float error, or four roundings of the largest value. */
    void assertPyTorch(String tensor, Tensor actual) {
        assertArrayEquals(tensor(tensor).shape(), actual.shape(), () -> name + " " + tensor);
        assertPyTorch(tensor, actual.toArray());
    }

    void assertPyTorch(String tensor, float... actual) {
        double[] values = new double[actual.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = actual[i];
        }
        assertPyTorch(tensor, values);
    }

    /** Compares what came of several steps. */
    void assertTrace(String tensor, Tensor actual, double factor) {
        assertArrayEquals(tensor(tensor).shape(), actual.shape(), () -> name + " " + tensor);
        float[] elements = actual.toArray();
        double[] values = new double[elements.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = elements[i];
        }
        assertPyTorch(tensor, values, factor);
    }

    void assertPyTorch(String tensor, double[] actual) {
        assertPyTorch(tensor, actual, 1);
    }

    private void assertPyTorch(String tensor, double[] actual, double factor) {
        float[] expected = tensor(tensor).toArray();
        assertEquals(expected.length, actual.length, () -> name + " " + tensor);
        double scale = 0;
        for (float value : expected) {
            scale = Math.max(scale, Math.abs(value));
        }
        assertTrue(floatErrors.containsKey(tensor), () -> name + " tells no tolerance of " + tensor);
        double tolerance = factor * Math.max(4 * floatErrors.get(tensor), 4 * 0x1p-23 * scale);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], tolerance, name + " " + tensor + " at " + i);
        }
    }

    /** Compares element by element at a relative error of 1e-5 and an absolute one of 1e-7. */
    void assertOnnx(String tensor, float... actual) {
        float[] expected = tensor(tensor).toArray();
        assertEquals(expected.length, actual.length, () -> name + " " + tensor);
        for (int i = 0; i < expected.length; i++) {
            double tolerance = Float.isNaN(expected[i]) ? 0 : ONNX_ABSOLUTE + ONNX_RELATIVE * Math.abs(expected[i]);
            assertEquals(expected[i], actual[i], tolerance, name + " " + tensor + " at " + i);
        }
    }
}
