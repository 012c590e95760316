// A long goes wrong too, before it is cast.
@Network
interface Net {
    @Dense((int) (5_000_000_000L * 4_000_000_000L)) Tensor hidden(@In(4) Tensor image); // wrong
    @Dense((int) 4_294_967_299L) Tensor fine(Tensor image);
}
