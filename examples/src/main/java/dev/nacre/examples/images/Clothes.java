package dev.nacre.examples.images;

import java.util.List;

/** What is to be seen in Fashion-MNIST. */
public final class Clothes {
    /** The name of each class. */
    public static final List<String> NAMES = List.of(
            "T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot");

    private Clothes() {}
}
