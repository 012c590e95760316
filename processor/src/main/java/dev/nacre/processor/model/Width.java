package dev.nacre.processor.model;

/**
 * What is known of a width that the user left out.
 *
 * @param state whether it follows
 * @param size the width, where it is known
 */
record Width(State state, int size) {
    static final Width PENDING = new Width(State.PENDING, 0);
    static final Width SILENT = new Width(State.SILENT, 0);
    static final Width UNKNOWN = new Width(State.UNKNOWN, 0);

    /** The better known ones first. */
    enum State {
        KNOWN,
        /** It may follow once other shapes are known. */
        PENDING,
        /** It would follow but for an error that is reported already. */
        SILENT,
        UNKNOWN
    }

    static Width of(int size) {
        return new Width(State.KNOWN, size);
    }

    Width or(Width other) {
        return state.compareTo(other.state) <= 0 ? this : other;
    }
}
