package dev.nacre.data;

import java.nio.file.Path;

/** Data that cannot be used: the message names the file, the place in it, what was found and what is expected. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param source where the data came from
     * @param problem what is wrong with it
     */
    public DataException(Path source, String problem) {
        super(source + ": " + problem);
    }

    /**
     * @param source where the data came from
     * @param problem what is wrong with it
     * @param cause what was thrown first
     */
    public DataException(Path source, String problem, Throwable cause) {
        super(source + ": " + problem, cause);
    }
}
