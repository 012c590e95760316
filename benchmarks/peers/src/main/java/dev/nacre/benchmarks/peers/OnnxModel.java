package dev.nacre.benchmarks.peers;

import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes convolutions with ReLU and 2x2 max pooling, then dense layers with ReLU in between, as an ONNX model: the protocol buffers of
 * onnx.proto, by hand.
 */
final class OnnxModel {
    private static final int FLOAT = 1;
    private static final int INT_ATTRIBUTE = 2;
    private static final int INTS_ATTRIBUTE = 7;
    private static final int IMAGE_AXES = 4;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /**
     * @param network layers one after the other: weight, bias, weight, bias, ...
     * @param sample the shape of an input without the batch
     * @param paddings of the convolutions, first to last
     * @return the model: input {@code x} (batch, sample), output {@code y}
     */
    static byte[] of(Network network, int[] sample, int... paddings) {
        List<Parameter> parameters = network.parameters();
        OnnxModel graph = new OnnxModel();
        String value = "x";
        boolean isImage = false;
        for (int i = 0; i < parameters.size(); i += 2) {
            boolean last = i + 2 == parameters.size();
            String product = last ? "y" : "product" + i;
            String hidden = "hidden" + i;
            List<String> inputs = List.of(value, "w" + i, "b" + i);
            if (parameters.get(i).shape().length == IMAGE_AXES) {
                int p = paddings[i / 2];
                graph.message(1, node("Conv", inputs, product).message(5, numbers("pads", p, p, p, p)));
                graph.message(1, node("Relu", List.of(product), hidden));
                value = "pooled" + i;
                graph.message(
                        1,
                        node("MaxPool", List.of(hidden), value)
                                .message(5, numbers("kernel_shape", 2, 2))
                                .message(5, numbers("strides", 2, 2)));
                isImage = true;
                continue;
            }
            if (isImage) {
                graph.message(1, node("Flatten", List.of(value), "flat"));
                inputs = List.of("flat", "w" + i, "b" + i);
                isImage = false;
            }
            graph.message(1, node("Gemm", inputs, product).message(5, transposed()));
            value = product;
            if (!last) {
                value = hidden;
                graph.message(1, node("Relu", List.of(product), value));
            }
        }
        graph.text(2, "network");
        for (int i = 0; i < parameters.size(); i += 2) {
            graph.message(5, tensor("w" + i, parameters.get(i)));
            graph.message(5, tensor("b" + i, parameters.get(i + 1)));
        }
        graph.message(11, value("x", sample));
        graph.message(12, value("y", parameters.get(parameters.size() - 1).shape()[0]));
        return new OnnxModel()
                .number(1, 8)
                .message(7, graph)
                .message(8, new OnnxModel().text(1, "").number(2, 13))
                .bytes
                .toByteArray();
    }

    private static OnnxModel numbers(String name, int... values) {
        OnnxModel attribute = new OnnxModel().text(1, name);
        for (int value : values) {
            attribute.number(8, value);
        }
        return attribute.number(20, INTS_ATTRIBUTE);
    }

    private static OnnxModel node(String operation, List<String> inputs, String output) {
        OnnxModel node = new OnnxModel();
        inputs.forEach(input -> node.text(1, input));
        return node.text(2, output).text(4, operation);
    }

    private static OnnxModel transposed() {
        return new OnnxModel().text(1, "transB").number(3, 1).number(20, INT_ATTRIBUTE);
    }

    private static OnnxModel tensor(String name, Parameter parameter) {
        OnnxModel tensor = new OnnxModel();
        for (int size : parameter.shape()) {
            tensor.number(1, size);
        }
        ByteBuffer raw = ByteBuffer.allocate(4 * parameter.value().elements()).order(ByteOrder.LITTLE_ENDIAN);
        for (float element : parameter.value().toArray()) {
            raw.putFloat(element);
        }
        return tensor.number(2, FLOAT).text(8, name).raw(9, raw.array());
    }

    private static OnnxModel value(String name, int... sample) {
        OnnxModel shape = new OnnxModel().message(1, new OnnxModel().text(2, "batch"));
        for (int size : sample) {
            shape.message(1, new OnnxModel().number(1, size));
        }
        OnnxModel type =
                new OnnxModel().message(1, new OnnxModel().number(1, FLOAT).message(2, shape));
        return new OnnxModel().text(1, name).message(2, type);
    }

    private OnnxModel number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    private OnnxModel text(int field, String text) {
        return raw(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private OnnxModel message(int field, OnnxModel message) {
        return raw(field, message.bytes.toByteArray());
    }

    private OnnxModel raw(int field, byte[] content) {
        varint((long) field << 3 | 2);
        varint(content.length);
        bytes.writeBytes(content);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
