// Products that an int cannot hold, and that come out positive: nobody would notice.
@Network
interface Net {
    @Dense(65537 * 65537) Tensor hidden(@In(4) Tensor image); // wrong
    @Dense(65536 * 65536 + 8) Tensor more(Tensor image); // wrong
}
