// Merges with one argument, on a method, on a parameter and in a stack.
@Network
interface Methods {
    @Add Tensor a(@In(4) Tensor image); // wrong
    @Dense(3) Tensor b(@Concat Tensor image); // wrong
}
@Network
@In(4)
@Dense(3)
@Multiply // wrong
interface Stacked {}
