// The -1 of other libraries.
@Network
interface Net {
    @Flatten @Dense(3) Tensor hidden(@In({-1, 28, 28}) Tensor image); // wrong
}
