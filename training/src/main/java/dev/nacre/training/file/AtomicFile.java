package dev.nacre.training.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw failure(what, file, new IOException("this is not a file: give the path of a file"));
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw failure(what, file, new IOException("there is no folder " + folder + ": make it first"));
        }
        Path draft = null;
        try {
            draft = Files.createTempFile(folder, "." + target.getFileName(), ".part");
            Files.write(draft, content);
            move(draft, target);
        } catch (IOException e) {
            UncheckedIOException failure = failure(what, file, e);
            delete(draft, failure);
            throw failure;
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path draft, UncheckedIOException failure) {
        try {
            if (draft != null) {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private static UncheckedIOException failure(String what, Path file, IOException problem) {
        return new UncheckedIOException(
                "cannot write " + what + " to " + file + ": " + IoMessages.reason(problem), problem);
    }
}
