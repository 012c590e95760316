// Layers on the components of a record, which a network reads as numbers.
record Flower(@Dense(3) float length, @In(4) @ReLU float width, float fine) {} // wrong, wrong, wrong
record Explicit(@Dense(3) Tensor image) { // wrong
    Explicit {
        java.util.Objects.requireNonNull(image);
    }
}
