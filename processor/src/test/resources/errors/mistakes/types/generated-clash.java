// Two networks that would be generated as one, and classes that are there already.
class A {
    @Network
    interface B { // wrong
        @Dense(3) Tensor hidden(@In(4) Tensor image);
    }
}
@Network
interface FineA_B {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
}
@Network
interface A_B {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
}
@Network
interface Taken { // wrong
    @Dense(3) Tensor hidden(@In(4) Tensor image);
}
class TakenPredictor {}
