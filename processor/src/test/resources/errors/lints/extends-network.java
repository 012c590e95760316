// A declaration that extends what its generated class implements anyway: nothing is wrong here.
@Network
interface Net extends dev.nacre.network.Network {
    @Dense(3) Tensor out(@In(4) Tensor image);
}
@Network
abstract class Methods implements dev.nacre.network.Network {
    @Dense(3) abstract Tensor out(@In(4) Tensor image);
    int size() {
        return train().parameters().size();
    }
}
