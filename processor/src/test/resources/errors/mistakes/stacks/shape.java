// A shape that does not fit, with the way to it.
@Network
interface FineInner {
    @Dense(3) Tensor out(@In(10) Tensor image);
}
@Network
@In({28, 28})
@Dense(64)
@Flatten
@Dense(32)
@Use(FineInner.class) // wrong
@ReLU
class Net {}
