package dev.nacre.processor.model;

import java.util.Optional;

/** What a loss is given besides its predictions. */
record Given(Optional<Value> label, Optional<Value> sampleWeights) {
    static final Given NOTHING = new Given(Optional.empty(), Optional.empty());
}
