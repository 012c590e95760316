// Fractions that Java computes as whole numbers.
@Network
interface Net {
    int HALF = 2;
    @Dropout(1 / 2) @Dense(7 / 2) @ReLU Tensor a(@In(4) Tensor image); // wrong
    @Dropout(3 / HALF - 1) @Dense(3) @ReLU Tensor b(Tensor a); // wrong
    @SuppressWarnings("nacre:integer-division") @Dropout(4 / 3) @Dense(3) @ReLU Tensor c(Tensor b); // wrong
    @Dropout(1 / 2.0) @Dense(3) Tensor fine(Tensor c);
}
