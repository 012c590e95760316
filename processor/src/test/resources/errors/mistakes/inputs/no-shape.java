// An input of type Tensor whose shape is missing.
@Network
interface Net {
    @Dense(3) Tensor hidden(@In Tensor image); // wrong
    @Dense(3) Tensor other(@In({}) Tensor scan); // wrong
}
