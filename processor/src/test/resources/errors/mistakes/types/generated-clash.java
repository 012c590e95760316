// Two networks that would be generated as one, and classes that are there already.
class Fine {
    @Network
    interface Net {
        @Dense(3) Tensor hidden(@In(4) Tensor image);
    }
}
@Network
interface Fine_Net { // wrong
    @Dense(3) Tensor hidden(@In(4) Tensor image);
}
@Network
interface Taken { // wrong
    @Dense(3) Tensor hidden(@In(4) Tensor image);
}
class TakenPredictor {}
