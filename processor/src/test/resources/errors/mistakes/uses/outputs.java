// A network with two outputs.
@Network
interface FineTwo {
    @Dense(3) Tensor left(@In(4) Tensor image);
    @Dense(3) Tensor right(Tensor image);
}
@Network
interface Net {
    @Use(FineTwo.class) Tensor a(@In(4) Tensor image); // wrong
}
