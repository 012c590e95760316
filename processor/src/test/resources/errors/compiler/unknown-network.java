// A network whose @Network the compiler does not know is no type whose annotations nothing reads, nor is what it inherits.
@Netwrok // wrong
interface Net extends Base {
    @Dense(2) Tensor b(Tensor a);
}
interface Base {
    @Dense(3) Tensor a(@In(4) Tensor image);
}
@Netwrok // wrong
@In(4)
@Dense(3)
interface OfStack {}
@Network
interface User {
    @Use(Net.class) Tensor c(@In(4) Tensor image);
}
