// Dropout that drops nothing, and nearly everything.
@Network
interface Net {
    @Dropout(0) @Dense(3) @ReLU Tensor a(@In(4) Tensor image); // wrong
    @Dropout(0.999999) @Dense(3) @ReLU Tensor b(Tensor a); // wrong
    @SuppressWarnings("nacre:no-dropout") @Dropout(0.0) @Dense(3) Tensor fine(Tensor b);
}
