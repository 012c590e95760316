package dev.nacre.io;

import java.util.Collection;

/** Finds the name that was probably meant, by edit distance (Levenshtein, 1966). */
final class Similar {
    /** Longer names than networks have; the distance takes quadratic time. */
    private static final int MAX_LENGTH = 200;

    private Similar() {}

    /** The nearest name, or null if none is within a third of the wanted one's length. */
    static String nearest(String wanted, Collection<String> names) {
        String nearest = null;
        int best = wanted.length() / 3 + 1;
        for (String name : names) {
            if (Math.abs(name.length() - wanted.length()) < best && wanted.length() <= MAX_LENGTH) {
                int distance = distance(wanted, name);
                if (distance < best) {
                    best = distance;
                    nearest = name;
                }
            }
        }
        return nearest;
    }

    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
