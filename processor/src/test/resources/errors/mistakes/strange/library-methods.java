// Abstract methods of the library, which nothing implements.
@Network
interface Net extends Comparable<Net>, Runnable { // wrong, wrong
    @Dense(3) Tensor hidden(@In(4) Tensor image);
}
@Network
interface FineOwn extends Comparable<FineOwn>, Runnable {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
    @Override default int compareTo(FineOwn other) { return 0; }
    @Override default void run() {}
}
@Network
interface FineFunction extends java.util.function.UnaryOperator<Tensor> {
    @Dense(3) @Override Tensor apply(@In(4) Tensor image);
}
