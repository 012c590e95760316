// The user's own types and methods where the generated class has its own.
@Network
abstract class Hiding {
    interface Constraint {} // wrong
    double penalty() { return 1; } // wrong
    void backwardPenalty() {} // wrong
    double penalty(int of) { return of; }
    @Dense(3) @MaxNorm(2) abstract Tensor a(@In(4) Tensor image);
}
