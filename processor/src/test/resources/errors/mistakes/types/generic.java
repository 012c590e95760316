// Type parameters.
@Network
interface Net<T extends Number> { // wrong
    @Dense(3) Tensor hidden(@In(4) Tensor image);
}
@Network
interface Method {
    @Dense(3) <T> Tensor hidden(@In(4) Tensor image); // wrong
}
