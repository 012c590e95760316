package dev.nacre.verification;

import dev.nacre.annotations.Embedding;
import dev.nacre.annotations.MinMax;
import dev.nacre.annotations.Missing;
import dev.nacre.annotations.Standardize;

/** A sample with a layer of every kind on its components. */
record Passenger(
        @Standardize Float age,
        @MinMax(low = -1) double fare,
        Sex sex,
        @Missing @Embedding(3) Port port,
        int siblings,
        @Missing(value = 0.5, indicator = true) Boolean alone,
        @Missing Deck deck,
        @Missing(4) @Standardize float cabin,
        @MinMax int year,
        @Embedding(2) Deck below) {
    enum Sex {
        FEMALE,
        MALE
    }

    enum Port {
        CHERBOURG,
        QUEENSTOWN,
        SOUTHAMPTON
    }

    enum Deck {
        UPPER,
        LOWER
    }
}
