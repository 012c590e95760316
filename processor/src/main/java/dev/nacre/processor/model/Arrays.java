package dev.nacre.processor.model;

/** Numbers the arrays of a network. */
final class Arrays {
    private int next;

    Value make(String name, Shape shape, Value.Kind kind) {
        return new Value(next++, name, shape, kind);
    }
}
