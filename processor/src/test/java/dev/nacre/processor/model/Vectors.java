package dev.nacre.processor.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tensors of a conformance file, all as doubles. */
final class Vectors {
    private static final Pattern ENTRY = Pattern.compile(
            "\"([\\w.]+)\": ?\\{\"dtype\": ?\"(\\w+)\", ?\"shape\": ?\\[[^]]*], ?\"data_offsets\": ?\\[(\\d+), ?(\\d+)]}");

    private final Map<String, double[]> tensors = new HashMap<>();

    Vectors(String name) throws IOException {
        ByteBuffer file;
        try (InputStream in = Vectors.class.getResourceAsStream("conformance/" + name + ".safetensors")) {
            file = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        }
        int start = 8 + (int) file.getLong(0);
        String header = new String(file.array(), 8, start - 8, StandardCharsets.UTF_8);
        Matcher matcher = ENTRY.matcher(header);
        while (matcher.find()) {
            int begin = start + Integer.parseInt(matcher.group(3));
            int end = start + Integer.parseInt(matcher.group(4));
            tensors.put(matcher.group(1), read(file, matcher.group(2), begin, end));
        }
    }

    private static double[] read(ByteBuffer file, String type, int begin, int end) {
        int width = type.equals("F32") ? 4 : 8;
        double[] values = new double[(end - begin) / width];
        for (int i = 0; i < values.length; i++) {
            int at = begin + i * width;
            values[i] = switch (type) {
                case "F32" -> file.getFloat(at);
                case "F64" -> file.getDouble(at);
                case "I64" -> file.getLong(at);
                default -> throw new IllegalArgumentException(type);
            };
        }
        return values;
    }

    double[] get(String name) {
        double[] values = tensors.get(name);
        if (values == null) {
            throw new IllegalArgumentException("no " + name + " among " + tensors.keySet());
        }
        return values;
    }

    boolean has(String name) {
        return tensors.containsKey(name);
    }
}
