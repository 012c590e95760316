package dev.nacre.processor.source;

import javax.tools.Diagnostic;

/**
 * A place in a syntax tree, for what a {@code Messager} cannot find: repeated annotations in the compiler's
 * container.
 */
interface Place {
    /** @return the place of an option's value in this annotation, or this place where it has none */
    Place option(String name);

    void print(Diagnostic.Kind kind, String text);
}
