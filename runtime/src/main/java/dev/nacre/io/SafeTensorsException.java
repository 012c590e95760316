package dev.nacre.io;

import java.io.IOException;

/** Says that a file is not valid safetensors, or holds what Nacre cannot read. */
public final class SafeTensorsException extends IOException {
    /** @param message what is wrong, the value found, and what is allowed */
    public SafeTensorsException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong, the value found, and what is allowed
     * @param cause what was thrown
     */
    public SafeTensorsException(String message, Throwable cause) {
        super(message, cause);
    }
}
