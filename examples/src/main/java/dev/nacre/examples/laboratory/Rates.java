package dev.nacre.examples.laboratory;

import dev.nacre.examples.page.Numbers;

/**
 * Probabilities of dropping in 784-256-256-10.
 *
 * @param input of the pixels
 * @param first of the first hidden layer
 * @param second of the second
 */
record Rates(double input, double first, double second) {
    String words() {
        return Numbers.plain(input) + ", " + Numbers.plain(first) + ", " + Numbers.plain(second);
    }
}
