package dev.nacre.processor.model;
class ScratchTest {
    @org.junit.jupiter.api.Test
    void go() {
        System.out.println(Told.graph(Built.of("""
                @Flatten @Dense(256) @ReLU @Dropout(0.2) Tensor hidden1(@In({1, 28, 28}) Tensor image);
                @Dense(10) Tensor logits(Tensor hidden1);
                @CrossEntropy Loss loss(Tensor logits, Label label);
                """).graph()));
        System.out.println(Told.graph(Built.of("""
                @Normal(0.01) @In({2, 3}) @Flatten @Dense(4) @BatchNorm @ReLU @Dense(value = 3, bias = false) @Normal(0.5) @MeanSquaredError type;
                """).graph()));
        System.out.println(Told.graph(new Built().and("Block", "@Dense(3) Tensor h(@In(3) Tensor x);").and("Net", """
                @Add Tensor y(Tensor encoded, @Dense @BatchNorm Tensor x);
                @Use(Block.class) @Repeat(2) Tensor encoded(@In(3) Tensor x);
                @Dense(3) @Use(Block.class) @Tanh @Use(Block.class) @Repeat(value = 2, shared = true) Tensor mixed(Tensor x);
                """).graph()));
    }
}
