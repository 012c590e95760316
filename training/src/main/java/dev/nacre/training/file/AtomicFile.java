package dev.nacre.training.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes files as a whole: a failure leaves what was there before, and nothing half. Not for users. */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * @param file the file to make or replace, in a folder that exists
     * @param content its bytes
     * @param what what is written, for the message of a failure, such as "the loss curve"
     * @throws UncheckedIOException with one clear line if that fails
     */
    public static void write(Path file, byte[] content, String what) {
        try {
            // Without this the move would replace a link instead of the file that it leads to.
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                throw new IOException("this is not a file: give the path of a file");
            }
            if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
                throw new IOException("there is no folder " + target.getParent() + ": make it first");
            }
            writeBeside(target, content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + what + " to " + file + ": " + IoMessages.reason(e), e);
        }
    }

    private static void writeBeside(Path target, byte[] content) throws IOException {
        // Not Files.createTempFile, whose files only their owner may read.
        Path draft = target.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel =
                    FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            move(draft, target);
        } catch (IOException e) {
            delete(draft, e);
            throw e;
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path draft, IOException failure) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
