// One network's mistake does not hide another's, nor stop a right one.
@Network
interface One {
    @Dense(-1) Tensor a(@In(4) Tensor image); // wrong
}
@Network
interface FineTwo {
    @Dense(1) Tensor a(@In(4) Tensor image);
}
@Network
interface Three {
    @Dense(1) Tensor a(Tensor image); // wrong
}
@Network
@In(4)
@Dense(1)
class FineFour {}
