// Networks that no processor is told of.
class Own {
    void method() {
        @Network // wrong
        interface Local {
            @Dense(3) Tensor hidden(@In(4) Tensor image);
        }
    }
    Object anonymous = new Object() {
        @dev.nacre.annotations.Network // wrong
        interface Inside {
            @Dense(3) Tensor hidden(@In(4) Tensor image);
        }
    };
    static {
        @Network // wrong
        @In(4)
        @Dense(3)
        class Stacked {}
    }
    Runnable lambda = () -> {
        @Network // wrong
        interface Deep {}
    };
}
