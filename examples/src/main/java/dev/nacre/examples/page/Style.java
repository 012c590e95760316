package dev.nacre.examples.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How all pages look. */
public final class Style {
    private static final String FILE = "style.css";

    private Style() {}

    /** @return the style sheet */
    public static String sheet() {
        try (InputStream in = Style.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
