// Mistakes in inherited blocks, at the blocks where these are in a source; once where several networks inherit them.
@SuppressWarnings("nacre:unread")
interface Base {
    @Dense(-1) Tensor hidden(@In(4) Tensor image); // wrong
}
@Network
interface Net extends Base {
    @Dense(3) Tensor out(Tensor hidden);
}
@Network
interface Other extends Base {
    @Dense(3) Tensor out(Tensor hidden);
}
