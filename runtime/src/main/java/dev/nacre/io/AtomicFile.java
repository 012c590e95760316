package dev.nacre.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces files as a whole: readers, and a crash, see the old content or the new. */
final class AtomicFile {
    private static final int ATTEMPTS = 1000;

    private AtomicFile() {}

    /** What writes the content. */
    interface Content {
        void write(FileChannel channel) throws IOException;
    }

    static void write(Path file, Content content) throws IOException {
        // Without this the move would replace a link by a file.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new IOException("it is a folder: give the name of a file");
        }
        Path parent = target.getParent();
        if (!Files.isDirectory(parent)) {
            throw new IOException("the folder " + parent + " does not exist: create it first");
        }
        writeBeside(target, content);
    }

    private static void writeBeside(Path target, Content content) throws IOException {
        // Not Files.createTempFile, whose files only their owner may read.
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Path temporary = target.resolveSibling("." + target.getFileName() + "." + attempt + ".tmp");
            FileChannel channel;
            try {
                channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException e) {
                continue;
            }
            try {
                try (channel) {
                    content.write(channel);
                    // What is moved in place must be on the disk before its name is.
                    channel.force(true);
                }
                move(temporary, target);
                return;
            } catch (Throwable e) {
                Files.deleteIfExists(temporary);
                throw e;
            }
        }
        throw new IOException(
                "too many temporary files ." + target.getFileName() + ".*.tmp lie beside it: delete them");
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What an exception of the file system says, whose own message is often a path alone. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (e instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
