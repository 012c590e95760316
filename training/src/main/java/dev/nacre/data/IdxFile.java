package dev.nacre.data;

import dev.nacre.training.file.IoMessages;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** One checked IDX file of unsigned bytes. */
final class IdxFile {
    private static final int GZIP_MAGIC = 0x1F8B;
    private static final int UNSIGNED_BYTE = 0x08;
    /** Deflate cannot shrink further than this: a bound on what an honest compressed file can hold. */
    private static final int MOST_DEFLATED = 1032;

    private final int[] sizes;
    private final byte[] bytes;

    private IdxFile(int[] sizes, byte[] bytes) {
        this.sizes = sizes;
        this.bytes = bytes;
    }

    int size(int axis) {
        return sizes[axis];
    }

    byte[] bytes() {
        return bytes;
    }

    static IdxFile read(Path file, int rank) {
        if (!Files.exists(file)) {
            throw new DataException(file, "no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new DataException(file, "not a file");
        }
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            boolean zipped = isGzip(raw);
            long most = zipped ? Files.size(file) * MOST_DEFLATED : Files.size(file);
            return read(file, new DataInputStream(zipped ? new GZIPInputStream(raw, 1 << 16) : raw), most, rank);
        } catch (EOFException e) {
            throw new DataException(file, "the file ends early: it was cut off; fetch it again", e);
        } catch (ZipException e) {
            throw new DataException(file, "broken gzip data (" + e.getMessage() + "); fetch it again", e);
        } catch (IOException e) {
            throw new DataException(file, "cannot be read: " + IoMessages.reason(e), e);
        }
    }

    private static boolean isGzip(InputStream raw) throws IOException {
        raw.mark(2);
        int magic = raw.read() << 8 | raw.read();
        raw.reset();
        return magic == GZIP_MAGIC;
    }

    private static IdxFile read(Path file, DataInputStream in, long most, int rank) throws IOException {
        int magic = in.readInt();
        if (magic >>> 16 != 0) {
            throw new DataException(
                    file, "not an IDX file: it begins with " + hex(magic) + ", expected " + expected(rank));
        }
        if (magic >>> 8 != UNSIGNED_BYTE) {
            throw new DataException(
                    file, "elements of type " + hexByte(magic >>> 8) + ": only unsigned bytes (0x08) are supported");
        }
        if ((magic & 0xFF) != rank) {
            throw new DataException(
                    file,
                    "the header announces " + (magic & 0xFF) + " axes, expected " + rank
                            + (rank == 3 ? " (images, rows, columns)" : " (labels)")
                            + ": are images and labels swapped?");
        }
        int[] sizes = new int[rank];
        long elements = 1;
        for (int axis = 0; axis < rank; axis++) {
            sizes[axis] = in.readInt();
            if (sizes[axis] < 0) {
                throw new DataException(
                        file, "axis " + axis + " has the impossible size " + (sizes[axis] & 0xFFFFFFFFL));
            }
            // What is too much already stays too much, and the product of two ints fits a long.
            elements = Math.min(elements, Integer.MAX_VALUE) * sizes[axis];
        }
        if (elements > Integer.MAX_VALUE - 8 || elements > most) {
            throw new DataException(
                    file,
                    "the header announces " + shape(sizes)
                            + " bytes, more than the file can hold: the header or the end of" + " the file is damaged");
        }
        return new IdxFile(sizes, content(file, in, sizes, (int) elements));
    }

    private static byte[] content(Path file, DataInputStream in, int[] sizes, int elements) throws IOException {
        byte[] bytes = new byte[elements];
        int found = in.readNBytes(bytes, 0, elements);
        if (found < elements) {
            throw new DataException(
                    file,
                    "the header announces " + shape(sizes) + " = " + elements + " bytes, but only " + found
                            + " follow: the file" + " was cut off; fetch it again");
        }
        if (in.read() >= 0) {
            throw new DataException(
                    file,
                    "more bytes follow than the " + shape(sizes) + " = " + elements + " that the header announces");
        }
        return bytes;
    }

    private static String expected(int rank) {
        return hex(UNSIGNED_BYTE << 8 | rank) + (rank == 3 ? " (images)" : " (labels)");
    }

    private static String hex(int value) {
        return String.format("0x%08X", value);
    }

    private static String hexByte(int value) {
        return String.format("0x%02X", value);
    }

    private static String shape(int[] sizes) {
        return String.join("x", Arrays.stream(sizes).mapToObj(Integer::toString).toList());
    }
}
