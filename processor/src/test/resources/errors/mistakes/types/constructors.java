// Abstract classes that generated code cannot make.
@Network
abstract class Private { // wrong
    private Private() {}
    @Dense(3) abstract Tensor hidden(@In(4) Tensor image);
}
@Network
abstract class Demanding { // wrong
    Demanding(int units) {}
    @Dense(3) abstract Tensor hidden(@In(4) Tensor image);
}
@Network
abstract class Throwing {
    Throwing() throws java.io.IOException {} // wrong
    @Dense(3) abstract Tensor hidden(@In(4) Tensor image);
}
