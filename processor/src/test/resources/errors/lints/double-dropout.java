// Dropout upon dropout.
@Network
interface Net {
    @Stack
    @Dense(3)
    @Dropout(0.2)
    @interface Hidden {}
    @Hidden @Dropout(0.3) @ReLU Tensor a(@In(4) Tensor image); // wrong
    @Dropout(0.1) @Dense(3) Tensor b(@Dropout(0.2) Tensor a); // wrong
    @SuppressWarnings("nacre:double-dropout") @Dropout(0.1) @ReLU Tensor fine(@Dropout(0.2) Tensor b);
}
