// A value that does not fit the used network.
@Network
interface FineInner {
    @Dense(3) Tensor out(@In({2, 4}) Tensor sequence);
}
@Network
interface Net {
    @Dense(8) Tensor wide(@In({2, 4}) Tensor image);
    @Use(FineInner.class) Tensor encoded(Tensor wide); // wrong
    @Dense(4) @Flatten @Use(FineInner.class) Tensor flat(Tensor image); // wrong
    @Dense(1) Tensor edge(@Use(FineInner.class) Tensor wide); // wrong
}
