// A repeated network whose output is not its input, and one with two inputs.
@Network
interface FineInner {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
}
@Network
interface FineTwo {
    @Add Tensor out(@In(4) Tensor left, @In(4) Tensor right);
}
@Network
interface Net {
    @Use(FineInner.class) @Repeat(6) Tensor a(@In(4) Tensor image); // wrong
    @Use(FineTwo.class) @Repeat(6) Tensor b(Tensor image, @In(4) Tensor other); // wrong
    @Use(FineInner.class) @Repeat(1) Tensor fine(Tensor image);
}
