package dev.nacre.io;

import dev.nacre.tensor.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The checked header of a safetensors file: every offset lies inside the data, and the tensors fill it without gaps or
 * overlaps.
 *
 * @param metadata what {@code __metadata__} says, in the file's order
 * @param entries the tensors in the header's order
 */
record Header(Map<String, String> metadata, List<Entry> entries) {
    static final String METADATA = "__metadata__";

    /** More axes than any framework has. */
    private static final int MAX_RANK = 64;

    /** One tensor; begin and end are byte offsets into the data. */
    record Entry(String name, ElementType type, Shape shape, long begin, long end) {}

    static Header parse(String json, long dataBytes) throws SafeTensorsException {
        if (json.isEmpty() || json.charAt(0) != '{') {
            throw new SafeTensorsException("the header does not begin with '{'"
                    + (json.isEmpty() ? ": it is empty" : " but with " + Text.quote(json.substring(0, 1))));
        }
        JsonReader reader = new JsonReader(json);
        Map<String, String> metadata = null;
        Map<String, Entry> entries = new LinkedHashMap<>();
        reader.expect('{');
        if (!reader.accept('}')) {
            do {
                String name = reader.string();
                reader.expect(':');
                if (name.equals(METADATA)) {
                    if (metadata != null) {
                        throw new SafeTensorsException("the header has " + METADATA + " twice");
                    }
                    metadata = metadata(reader);
                } else {
                    if (hasControl(name)) {
                        throw new SafeTensorsException(
                                "the name " + Text.quote(name) + " has a control character, which names must not");
                    }
                    if (entries.put(name, entry(reader, name, dataBytes)) != null) {
                        throw new SafeTensorsException("the header has tensor " + Text.quote(name) + " twice");
                    }
                }
            } while (reader.accept(','));
            reader.expect('}');
        }
        reader.expectEnd();
        Header header = new Header(metadata == null ? Map.of() : metadata, List.copyOf(entries.values()));
        header.requireContiguous(dataBytes);
        return header;
    }

    /** Whether a name has a character that no name may have. */
    static boolean hasControl(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < ' ' || name.charAt(i) == 0x7f) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, String> metadata(JsonReader reader) throws SafeTensorsException {
        Map<String, String> metadata = new LinkedHashMap<>();
        reader.expect('{');
        if (reader.accept('}')) {
            return metadata;
        }
        do {
            String key = reader.string();
            reader.expect(':');
            if (metadata.put(key, reader.string()) != null) {
                throw new SafeTensorsException(METADATA + " has the key " + Text.quote(key) + " twice");
            }
        } while (reader.accept(','));
        reader.expect('}');
        return metadata;
    }

    private static Entry entry(JsonReader reader, String name, long dataBytes) throws SafeTensorsException {
        String type = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        reader.expect('{');
        do {
            String key = reader.string();
            reader.expect(':');
            boolean twice;
            switch (key) {
                case "dtype" -> {
                    twice = type != null;
                    type = reader.string();
                }
                case "shape" -> {
                    twice = shape != null;
                    shape = integers(reader, name, MAX_RANK);
                }
                case "data_offsets" -> {
                    twice = offsets != null;
                    offsets = integers(reader, name, 2);
                }
                default ->
                    throw new SafeTensorsException("tensor " + Text.quote(name) + " has the unknown key "
                            + Text.quote(key) + ": allowed are dtype, shape and data_offsets");
            }
            if (twice) {
                throw new SafeTensorsException("tensor " + Text.quote(name) + " has the key " + key + " twice");
            }
        } while (reader.accept(','));
        reader.expect('}');
        if (type == null || shape == null || offsets == null) {
            throw new SafeTensorsException("tensor " + Text.quote(name) + " has no "
                    + (type == null ? "dtype" : shape == null ? "shape" : "data_offsets"));
        }
        return entry(name, ElementType.of(type, name), shape, offsets, dataBytes);
    }

    private static List<Long> integers(JsonReader reader, String name, int max) throws SafeTensorsException {
        List<Long> values = new ArrayList<>();
        reader.expect('[');
        if (reader.accept(']')) {
            return values;
        }
        do {
            if (values.size() == max) {
                throw new SafeTensorsException(
                        "tensor " + Text.quote(name) + " has a list of more than " + max + " numbers");
            }
            values.add(reader.integer());
        } while (reader.accept(','));
        reader.expect(']');
        return values;
    }

    private static Entry entry(String name, ElementType type, List<Long> shape, List<Long> offsets, long dataBytes)
            throws SafeTensorsException {
        if (offsets.size() != 2 || offsets.get(0) > offsets.get(1) || offsets.get(1) > dataBytes) {
            throw new SafeTensorsException("tensor " + Text.quote(name) + " has data_offsets " + offsets
                    + ": expected [begin, end] with begin <= end <= " + dataBytes + ", the number of data bytes");
        }
        long begin = offsets.get(0);
        long end = offsets.get(1);
        long elements = elements(name, shape);
        if (elements * type.bytes() != end - begin) {
            throw new SafeTensorsException("tensor " + Text.quote(name) + " has " + (end - begin) + " bytes, but "
                    + type + " " + shape + " needs " + elements * type.bytes());
        }
        return new Entry(name, type, shape(shape), begin, end);
    }

    private static long elements(String name, List<Long> shape) throws SafeTensorsException {
        long product = 1;
        for (long size : shape) {
            if (size > Integer.MAX_VALUE) {
                throw tooLarge(name, shape);
            }
        }
        if (shape.contains(0L)) {
            return 0;
        }
        for (long size : shape) {
            product *= size;
            if (product > Shape.MAX_ELEMENTS) {
                throw tooLarge(name, shape);
            }
        }
        return product;
    }

    private static SafeTensorsException tooLarge(String name, List<Long> shape) {
        return new SafeTensorsException("tensor " + Text.quote(name) + " of shape " + shape
                + " is too large: a tensor has at most " + Shape.MAX_ELEMENTS + " elements");
    }

    private static Shape shape(List<Long> sizes) {
        int[] shape = new int[sizes.size()];
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = Math.toIntExact(sizes.get(axis));
        }
        return Shape.of(shape);
    }

    /** The tensors by where they lie in the file, as most files list them already. */
    List<Entry> inFile() {
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).begin() < entries.get(i - 1).end()) {
                List<Entry> sorted = new ArrayList<>(entries);
                sorted.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
                return sorted;
            }
        }
        return entries;
    }

    private void requireContiguous(long dataBytes) throws SafeTensorsException {
        long at = 0;
        for (Entry entry : inFile()) {
            if (entry.begin() != at) {
                throw new SafeTensorsException("tensor " + Text.quote(entry.name()) + " begins at byte " + entry.begin()
                        + (entry.begin() < at
                                ? " inside the tensor before it, which ends at "
                                : ", leaving a gap after ")
                        + at);
            }
            at = entry.end();
        }
        if (at != dataBytes) {
            throw new SafeTensorsException("the file has " + dataBytes + " data bytes, but its tensors end at " + at
                    + ": bytes are left over");
        }
    }
}
