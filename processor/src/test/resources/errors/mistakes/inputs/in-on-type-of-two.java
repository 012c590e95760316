// Two names that nothing declares, and one shape.
@Network
@In(4) // wrong
interface Net {
    @Add @Dense(3) Tensor hidden(Tensor left, Tensor right);
}
