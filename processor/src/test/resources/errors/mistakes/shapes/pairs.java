// Merges of two values that get others, and of values of different shapes.
@Network
interface Net {
    @Subtract Tensor three(@In(4) Tensor a, @In(4) Tensor b, @In(5) Tensor c); // wrong
    @Divide Tensor four(Tensor a, Tensor b, @In(4) Tensor d, @In(4) Tensor e); // wrong
    @Subtract Tensor one(Tensor a); // wrong
    @Max Tensor alone(Tensor a); // wrong
    @Subtract Tensor broadcast(Tensor a, @In({3, 4}) Tensor f); // wrong
    @Divide Tensor scalar(Tensor a, @Dense(3) Tensor c); // wrong
    @Max Tensor largest(Tensor a, Tensor b, Tensor c); // wrong
    @Min Tensor smallest(Tensor c, Tensor a); // wrong
    @Average Tensor mean(Tensor a, Tensor c); // wrong
    @Dot Tensor widths(Tensor a, Tensor c); // wrong
    @Dot Tensor rows(@In({3, 4}) @Flatten Tensor g, Tensor f); // wrong
    @Dot Tensor triple(Tensor a, Tensor b, Tensor d); // wrong
    @Dot(normalize = true, epsilon = 0) Tensor epsilon(Tensor a, Tensor b); // wrong
    @Tanh @Average Tensor late(Tensor a); // wrong
    @ReLU Tensor relu(Tensor a, Tensor b); // wrong
}
