package dev.nacre.processor.model;

/**
 * Something to tell the user, as data.
 *
 * @param severity whether it stops the generation
 * @param position where the user wrote what is wrong
 * @param text what is wrong, what was found, what is allowed, the shapes so far, what to do
 */
public record Problem(Severity severity, Position position, String text) {
    /** Whether a problem stops the generation. */
    public enum Severity {
        ERROR,
        WARNING
    }
}
