package dev.nacre.examples.laboratory;

/**
 * What sections work with.
 *
 * @param runs trains
 * @param images trained on, validated on and tested on
 * @param size how much is run
 * @param seed what all random numbers follow from
 */
record Lab(Runs runs, Images images, Size size, long seed) {
    void start(Recipe... recipes) {
        for (Recipe recipe : recipes) {
            runs.start(recipe);
        }
    }

    Outcome of(Recipe recipe) {
        return runs.of(recipe);
    }

    Recipe plain() {
        return Recipe.of("no dropout", Networks_PlainNetwork::create, size).keep();
    }

    Recipe book() {
        return Recipe.of("dropout 0.2, 0.5", Networks_BookNetwork::create, size).keep();
    }
}
