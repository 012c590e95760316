package dev.nacre.examples.page;

import java.util.Locale;

/** Numbers as the report shows them: a true minus sign, no sign of a zero. */
public final class Numbers {
    private Numbers() {}

    public static String fixed(double value, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.replace("-", "") : text.replace('-', '−');
    }

    public static String signed(double value, int digits) {
        String text = fixed(value, digits);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return value > 0 && !zero ? "+" + text : text;
    }

    public static String percent(double share) {
        return fixed(100 * share, 1) + " %";
    }

    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** As short as the value allows: 2, 0.5, −0.125. */
    public static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? fixed(value, 0)
                : Float.toString((float) value).replace('-', '−');
    }

    /** Very small and very large numbers: 3.1 × 10⁻⁷. */
    public static String scientific(double value) {
        if (value == 0) {
            return "0";
        }
        int exponent = (int) Math.floor(Math.log10(Math.abs(value)));
        return fixed(value / Math.pow(10, exponent), 1) + " × 10" + superscript(exponent);
    }

    private static String superscript(int number) {
        StringBuilder text = new StringBuilder();
        for (char c : Integer.toString(number).toCharArray()) {
            text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
        }
        return text.toString();
    }
}
