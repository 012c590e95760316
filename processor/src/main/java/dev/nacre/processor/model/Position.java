package dev.nacre.processor.model;

/** A place in the user's source that a problem can point at; what it is made of only the source package knows. */
public interface Position {
    /** @return the place of an option's value in this annotation, or this place where it has none */
    Position option(String name);
}
