package dev.nacre.io;

/** How text from files appears in messages and in headers. */
final class Text {
    private static final int SHOWN = 80;

    private Text() {}

    /** Between quotes, shortened, without characters that could garble a terminal. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("'");
        for (int i = 0; i < Math.min(text.length(), SHOWN); i++) {
            char c = text.charAt(i);
            quoted.append(c < ' ' || c >= 0x7f && c < 0xa0 ? String.format("\\u%04x", (int) c) : c);
        }
        return quoted.append(text.length() > SHOWN ? "...'" : "'").toString();
    }

    static boolean hasLoneSurrogate(String text) {
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                return true;
            }
        }
        return false;
    }

    /** As a JSON string. */
    static void json(String text, StringBuilder to) {
        to.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                to.append('\\').append(c);
            } else if (c < ' ') {
                to.append(String.format("\\u%04x", (int) c));
            } else {
                to.append(c);
            }
        }
        to.append('"');
    }
}
