package dev.nacre.io;

/**
 * Reads the little JSON of a header piece by piece: objects, arrays, strings and whole numbers. The caller says what it
 * expects, so that there is no recursion, whatever is nested in a file.
 */
final class JsonReader {
    private final char[] text;
    private int at;

    JsonReader(String text) {
        this.text = text.toCharArray();
    }

    /** Skips white space and one character. */
    void expect(char expected) throws SafeTensorsException {
        skipSpace();
        if (at >= text.length || text[at] != expected) {
            throw wrong("'" + expected + "'");
        }
        at++;
    }

    /** Skips white space and, if it is next, one character. */
    boolean accept(char wanted) {
        skipSpace();
        if (at < text.length && text[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    void expectEnd() throws SafeTensorsException {
        skipSpace();
        if (at < text.length) {
            throw wrong("the end of the header");
        }
    }

    String string() throws SafeTensorsException {
        expect('"');
        int start = at;
        while (at < text.length && isPlain(text[at])) {
            at++;
        }
        if (at < text.length && text[at] == '"') {
            at++;
            return new String(text, start, at - 1 - start);
        }
        at = start;
        return anyString();
    }

    /** What most names are made of. */
    private static boolean isPlain(char c) {
        return c >= ' ' && c != '"' && c != '\\' && c < Character.MIN_SURROGATE;
    }

    private String anyString() throws SafeTensorsException {
        int start = at;
        StringBuilder value = new StringBuilder();
        while (true) {
            if (at >= text.length) {
                throw wrong("the end of a string");
            }
            char c = text[at];
            if (c == '"') {
                at++;
                break;
            }
            if (c < ' ') {
                throw wrong("a string without control characters");
            }
            at++;
            value.append(c == '\\' ? escaped() : c);
        }
        String result = value.toString();
        if (Text.hasLoneSurrogate(result)) {
            throw invalid(start, "a string has half of a surrogate pair");
        }
        return result;
    }

    private char escaped() throws SafeTensorsException {
        if (at >= text.length) {
            throw wrong("an escape");
        }
        char c = text[at++];
        switch (c) {
            case '"', '\\', '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                return unicode();
            default:
                at--;
                throw wrong("one of \"\\/bfnrtu after a backslash");
        }
    }

    private char unicode() throws SafeTensorsException {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            // Character.digit alone would take other scripts' digits.
            int digit = at < text.length && text[at] < 0x80 ? Character.digit(text[at], 16) : -1;
            if (digit < 0) {
                throw wrong("four hexadecimal digits");
            }
            value = value << 4 | digit;
            at++;
        }
        return (char) value;
    }

    /** A whole number from 0 to 2^63 - 1, without sign, fraction, exponent or leading zeros. */
    long integer() throws SafeTensorsException {
        skipSpace();
        int start = at;
        long value = 0;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            int digit = text[at] - '0';
            if (value > (Long.MAX_VALUE - digit) / 10) {
                throw invalid(start, "a number is larger than 2^63 - 1");
            }
            value = 10 * value + digit;
            at++;
        }
        boolean more = at < text.length && "+-.eE".indexOf(text[at]) >= 0;
        if (at == start || more) {
            throw wrong("a whole number, 0 or more");
        }
        if (at - start > 1 && text[start] == '0') {
            throw invalid(start, "a number begins with 0");
        }
        return value;
    }

    private void skipSpace() {
        while (at < text.length && isSpace(text[at])) {
            at++;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private SafeTensorsException wrong(String expected) {
        return invalid(
                at,
                "expected " + expected + " but found "
                        + (at < text.length ? Text.quote(String.valueOf(text[at])) : "the end of the header"));
    }

    private static SafeTensorsException invalid(int at, String what) {
        return new SafeTensorsException("the header is broken at character " + at + ": " + what);
    }
}
