// A block that the network itself implements is none any more.
interface Base {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
}
@Network
interface Net extends Base {
    @Override
    default Tensor hidden(Tensor image) { return image; }
    @Dense(3) Tensor out(Tensor hidden); // wrong
}
