// Types that generated code cannot see or make.
class Outer {
    @Network
    private interface Private { // wrong
        @Dense(3) Tensor hidden(@In(4) Tensor image);
    }
    private static class Around {
        @Network
        interface Deep { // wrong
            @Dense(3) Tensor hidden(@In(4) Tensor image);
        }
    }
    @Network
    abstract class Inner { // wrong
        @Dense(3) abstract Tensor hidden(@In(4) Tensor image);
    }
}
