
// Classes that cannot be applied.
class Nothing {}

class Half { static float value(float x) { return x; } }

class Instance { float value(float x) { return x; } static float derivative(float x) { return 1; } }

class Hidden { private static float value(float x) { return x; } private static double derivative(double x) { return 1; } }

class Types { static int value(int x) { return x; } static float derivative(double x) { return 1; } }

class Wide { static double value(double x) { return x; } static double derivative(double x) { return 1; } }

class Two { static float value(float x) { return x; } static double value(double x) { return x; }
    static float derivative(float x, float y) { return 1; } static float derivative(float x) { return 1; } }

class Child extends Two {}

class Checked { static float value(float x) throws java.io.IOException { return x; } static float derivative(float x) { return 1; } }

class Unchecked { static float value(float x) throws IllegalStateException { return x; } static float derivative(float x) { return 1; } }

class Outer {
    static class Nested { static float value(float x) { return x; } static float derivative(float x) { return 1; } }
}

@Network
interface Net {
    @Apply(Nothing.class) Tensor a(@In(4) Tensor image); // wrong
    @Apply(Half.class) Tensor b(Tensor image); // wrong
    @Apply(Instance.class) Tensor c(Tensor image); // wrong
    @Apply(Hidden.class) Tensor d(Tensor image); // wrong
    @Apply(Types.class) Tensor e(Tensor image); // wrong
    @Apply(Checked.class) Tensor f(Tensor image); // wrong
    @Apply(float.class) Tensor g(Tensor image); // wrong
    @Apply(Nothing[].class) Tensor h(Tensor image); // wrong
    @Apply(Math.class) Tensor i(Tensor image); // wrong
    @Apply(Unchecked.class) Tensor fine(Tensor image);
}

class Around {
    private static class Inner { static float value(float x) { return x; } static float derivative(float x) { return 1; } }

    @Network interface Net {
        @Apply(Inner.class) Tensor a(@In(4) Tensor image); // wrong
    }
}

@Network
interface FineFunctions {
    @Apply(Wide.class) Tensor a(@In(4) Tensor image);
    @Apply(Two.class) Tensor b(Tensor image);
    @Apply(Child.class) Tensor c(Tensor image);
    @Apply(Unchecked.class) Tensor d(Tensor image);
    @Apply(Outer.Nested.class) Tensor e(Tensor image);
}
