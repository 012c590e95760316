// Names that generated code must not trip over: nothing is wrong here.
@SuppressWarnings("nacre:linear-twice")
@Network
interface $ {
    @Dense(3) @Dropout(0.2) @BatchNorm Tensor $$(@In(4) Tensor $1); // wrong
    @Dense(3) Tensor _1(Tensor $$);
}
@SuppressWarnings("nacre:linear-twice")
@Network
interface Ünïcödé {
    @Dense(3) @ReLU Tensor 隠れ層(@In(4) Tensor 画像);
    @Dense(3) Tensor δ(Tensor 隠れ層);
    @CrossEntropy Loss Δ(Tensor δ, Label λ);
}
@SuppressWarnings("nacre:linear-twice")
@Network
interface Words {
    @Dense(3) Tensor record(@In(4) Tensor var);
    @Dense(3) Tensor yield_(Tensor record);
    @Dense(3) Tensor sealed(Tensor yield_);
    @Dense(3) Tensor permits(Tensor sealed);
    @Dense(3) Tensor module(Tensor permits);
    @Dense(3) Tensor when(Tensor module);
    @CrossEntropy Loss with(Tensor when, int to);
}
@SuppressWarnings("nacre:linear-twice")
@Network
interface Cases {
    @Dense(3) Tensor hidden(@In(4) Tensor image);
    @Dense(3) Tensor Hidden(Tensor hidden);
    @Dense(3) Tensor HIDDEN(Tensor Hidden);
    @Dense(3) Tensor hidden_(Tensor HIDDEN);
    @Dense(3) Tensor _hidden(Tensor hidden_);
}
@SuppressWarnings("nacre:linear-twice")
@Network
interface Internals {
    @Dense(300) @ReLU @Dropout(0.5) Tensor kernels(@In(400) Tensor batch);
    @Dense(3) Tensor run(Tensor kernels);
    @Dense(3) Tensor capacity(Tensor run);
    @Dense(3) Tensor buffer1(Tensor capacity);
    @Dense(3) Tensor gradientCapacity(Tensor buffer1);
    @Dense(3) Tensor samples(Tensor gradientCapacity);
    @Dense(3) Tensor x(Tensor samples);
    @Dense(3) Tensor y(Tensor x);
    @Dense(3) Tensor dy(Tensor y);
    @Dense(3) Tensor n(Tensor dy);
    @Dense(3) Tensor prefix(Tensor n);
    @Dense(3) Tensor file(Tensor prefix);
    @Dense(3) Tensor checkpoint(Tensor file);
    @Dense(3) Tensor outputGradient(Tensor checkpoint);
    @CrossEntropy Loss elements(Tensor outputGradient, Label labels);
}
@SuppressWarnings("nacre:linear-twice")
@Network
interface Shapes {
    @Dense(3) Tensor a(@In(4) Tensor loss);
    @Dense(3) Tensor aResult(Tensor a);
    @Dense(3) Tensor aGradient(Tensor aResult);
    @Dense(3) Tensor aGradientResult(Tensor aGradient);
    @Dense(3) Tensor lossGradientResult(Tensor aGradientResult);
    @Dense(3) Tensor aDenseWeight(Tensor lossGradientResult);
    @Dense(3) Tensor A_SHAPE(Tensor aDenseWeight);
    @Dense(3) Tensor forwardA(Tensor A_SHAPE);
    @Dense(3) Tensor backwardA(Tensor forwardA);
    @Dense(3) Tensor reserve(Tensor backwardA);
    @Dense(3) Tensor evaluate(Tensor reserve);
    @Dense(3) Tensor drawMasks(Tensor evaluate);
}
@SuppressWarnings("nacre:linear-twice")
@Network
interface Overloads {
    record Flower(float length, float width) {}
    @Dense(3) Tensor initialise(@In Flower flower);
    @Dense(3) Tensor encode(Flower flower);
    @Add Tensor sum(Tensor initialise, Tensor encode);
    default String forward(String name) { return name; }
    default void step(float learningRate) {}
    static void train() {}
    private int save() { return 3; }
}
