package dev.nacre.io;

import dev.nacre.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Writes headers and elements of safetensors files. */
final class SafeTensorsWriter {
    /** Data begins at a multiple of this, so that readers can map it. */
    private static final int ALIGNMENT = 8;

    private static final int CHUNK = 1 << 16;

    private SafeTensorsWriter() {}

    /** The header, padded with spaces. */
    static byte[] header(Map<String, Tensor> tensors, Map<String, String> metadata) {
        StringBuilder json = new StringBuilder("{");
        if (!metadata.isEmpty()) {
            json.append('"').append(Header.METADATA).append("\":{");
            String separator = "";
            for (Map.Entry<String, String> entry : new TreeMap<>(metadata).entrySet()) {
                requireText(entry.getKey());
                requireText(entry.getValue());
                json.append(separator);
                Text.json(entry.getKey(), json);
                json.append(':');
                Text.json(entry.getValue(), json);
                separator = ",";
            }
            json.append("},");
        }
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            requireName(entry.getKey());
            Text.json(entry.getKey(), json);
            json.append(":{\"dtype\":\"F32\",\"shape\":[");
            int[] shape = entry.getValue().shape();
            for (int axis = 0; axis < shape.length; axis++) {
                json.append(axis == 0 ? "" : ",").append(shape[axis]);
            }
            json.append("],\"data_offsets\":[").append(offset).append(',');
            offset += (long) Float.BYTES * entry.getValue().elements();
            json.append(offset).append("]},");
        }
        if (json.charAt(json.length() - 1) == ',') {
            json.setLength(json.length() - 1);
        }
        byte[] text = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
        return padded(text);
    }

    private static byte[] padded(byte[] text) {
        int length = (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        if (length > SafeTensors.MAX_HEADER) {
            throw new IllegalArgumentException("the header has " + length + " bytes, and readers accept at most "
                    + SafeTensors.MAX_HEADER + ": write fewer tensors or less metadata");
        }
        byte[] padded = new byte[length];
        System.arraycopy(text, 0, padded, 0, text.length);
        Arrays.fill(padded, text.length, length, (byte) ' ');
        return padded;
    }

    static void write(FileChannel channel, byte[] header, Map<String, Tensor> tensors) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        drain(channel, chunk.putLong(header.length).flip());
        drain(channel, ByteBuffer.wrap(header));
        for (Tensor tensor : tensors.values()) {
            float[] data = tensor.data();
            int count = tensor.elements();
            for (int at = 0; at < count; at += CHUNK / Float.BYTES) {
                int now = Math.min(CHUNK / Float.BYTES, count - at);
                chunk.clear().limit(now * Float.BYTES);
                chunk.asFloatBuffer().put(data, at, now);
                drain(channel, chunk);
            }
        }
    }

    private static void drain(FileChannel channel, ByteBuffer from) throws IOException {
        while (from.hasRemaining()) {
            channel.write(from);
        }
    }

    private static void requireName(String name) {
        if (name.equals(Header.METADATA)) {
            throw new IllegalArgumentException(
                    "a tensor cannot be named " + Header.METADATA + ", which safetensors reserves: use another name");
        }
        if (Header.hasControl(name)) {
            throw new IllegalArgumentException(
                    "the tensor name " + Text.quote(name) + " has a control character: use another name");
        }
        requireText(name);
    }

    private static void requireText(String text) {
        if (Text.hasLoneSurrogate(text)) {
            throw new IllegalArgumentException(
                    "the text " + Text.quote(text) + " has half of a surrogate pair and cannot be written as UTF-8");
        }
    }
}
