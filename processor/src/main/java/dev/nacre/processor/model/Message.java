package dev.nacre.processor.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What a problem says.
 *
 * @param what what is wrong, what was found, what is allowed
 * @param remedy what to do
 */
public record Message(String what, String remedy) {
    /** @return the text with the shapes so far, a line each, between its two parts */
    String text(List<String> trails) {
        List<String> lines = new ArrayList<>();
        lines.add(what);
        lines.addAll(trails);
        lines.add(remedy);
        return String.join("\n    ", lines);
    }
}
