package dev.nacre.io;

import dev.nacre.tensor.Tensor;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file of named tensors in the <a href="https://github.com/huggingface/safetensors">safetensors</a> format: the
 * length of a JSON header in 8 little-endian bytes, the header, and the tensors' elements one after the other.
 *
 * <p>Files are checked before anything is allocated for them: whatever a file claims, reading it takes memory in
 * proportion to its size, and ends with the tensors or with an exception that says what is wrong.
 */
public final class SafeTensors {
    /** The longest header, as in the reference implementation. */
    static final long MAX_HEADER = 100_000_000;

    /** A multiple of every element's size. */
    private static final int CHUNK = 1 << 16;

    private final Map<String, Tensor> tensors;
    private final Map<String, String> metadata;

    private SafeTensors(Map<String, Tensor> tensors, Map<String, String> metadata) {
        this.tensors = Collections.unmodifiableMap(tensors);
        this.metadata = Collections.unmodifiableMap(metadata);
    }

    /**
     * Reads a whole file. Elements of type F64, F16, BF16, I64 and I32 become the nearest {@code float}, those of BOOL 0 and 1.
     *
     * @param file a safetensors file
     * @return its tensors and metadata
     * @throws SafeTensorsException if the file is not valid, or a tensor has another element type
     * @throws IOException if the file cannot be read
     */
    public static SafeTensors read(Path file) throws IOException {
        try (InputStream in = open(file)) {
            return read(in, Files.size(file));
        } catch (SafeTensorsException e) {
            throw new SafeTensorsException(file + " is not a safetensors file that can be read: " + e.getMessage(), e);
        }
    }

    /** A channel does the same, but a first prediction would wait two milliseconds for its classes. */
    private static InputStream open(Path file) throws IOException {
        try {
            return new FileInputStream(file.toFile());
        } catch (FileNotFoundException | UnsupportedOperationException e) {
            // Opens files of other file systems, and tells better what is wrong.
            return Files.newInputStream(file);
        }
    }

    private static SafeTensors read(InputStream in, long size) throws IOException {
        if (size < Long.BYTES) {
            throw new SafeTensorsException("it has " + size + " bytes, and the length of the header alone takes 8");
        }
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        fill(in, chunk.array(), Long.BYTES);
        long headerBytes = chunk.getLong(0);
        if (chunk.get(0) == 'P' && chunk.get(1) == 'K') {
            throw new SafeTensorsException("it looks like a zip file, as torch.save writes: "
                    + "convert it with safetensors.torch.save_file(state_dict, path)");
        }
        if (headerBytes < 0 || headerBytes > MAX_HEADER) {
            throw new SafeTensorsException("its header would have " + Long.toUnsignedString(headerBytes)
                    + " bytes: at most " + MAX_HEADER + " are allowed");
        }
        long dataBytes = size - Long.BYTES - headerBytes;
        if (dataBytes < 0) {
            throw new SafeTensorsException("its header would have " + headerBytes + " bytes, but the file has only "
                    + (size - Long.BYTES) + " after the length: it is truncated or another format");
        }
        byte[] header = new byte[(int) headerBytes];
        fill(in, header, header.length);
        Header parsed = Header.parse(utf8(header), dataBytes);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Header.Entry entry : parsed.entries()) {
            tensors.put(entry.name(), Tensor.zeros(entry.shape()));
        }
        for (Header.Entry entry : parsed.inFile()) {
            read(in, entry.type(), tensors.get(entry.name()), chunk);
        }
        return new SafeTensors(tensors, parsed.metadata());
    }

    private static String utf8(byte[] header) throws SafeTensorsException {
        String text = new String(header, StandardCharsets.UTF_8);
        // It stands for itself, or for what is not UTF-8.
        if (text.indexOf('\ufffd') >= 0) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(header));
            } catch (CharacterCodingException e) {
                throw new SafeTensorsException("the header is not UTF-8", e);
            }
        }
        return text;
    }

    private static void read(InputStream in, ElementType type, Tensor to, ByteBuffer chunk) throws IOException {
        int count = to.elements();
        int perChunk = CHUNK / type.bytes();
        for (int at = 0; at < count; at += perChunk) {
            int now = Math.min(perChunk, count - at);
            fill(in, chunk.array(), now * type.bytes());
            type.decode(chunk, to.data(), at, now);
        }
    }

    private static void fill(InputStream in, byte[] to, int count) throws IOException {
        if (in.readNBytes(to, 0, count) < count) {
            throw new EOFException("the file became shorter while it was read");
        }
    }

    /**
     * Writes a file of F32 tensors, or replaces what is there. The bytes follow from the arguments alone.
     *
     * @param file where to
     * @param tensors by name; written in the map's order
     * @param metadata texts by name; written in the order of the names; may be empty
     * @throws IllegalArgumentException if a name or a text cannot be written: {@code __metadata__}, control characters
     *     in a name, half a surrogate pair; or if the header exceeds what readers accept
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) throws IOException {
        byte[] header = SafeTensorsWriter.header(tensors, metadata);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            SafeTensorsWriter.write(channel, header, tensors);
        }
    }

    /** @return the tensors by name, in the header's order; the map cannot be changed */
    public Map<String, Tensor> tensors() {
        return tensors;
    }

    /** @return what the file says about itself; empty if nothing; the map cannot be changed */
    public Map<String, String> metadata() {
        return metadata;
    }
}
