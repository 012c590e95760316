// The second of two declarations of an input leaves its shape out.
@Network
interface Net {
    @Dense(3) Tensor a(@In(4) Tensor image);
    @Dense(3) Tensor b(@In Tensor image); // wrong
}
