package dev.nacre.benchmarks;

import dev.nacre.annotations.Add;
import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.Conv2d;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.GlobalAvgPool;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Repeat;
import dev.nacre.annotations.Stack;
import dev.nacre.annotations.Use;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** ResNet-20 of He et al. (2015) on 28x28: three stages of three blocks, 16, 32 and 64 channels, shortcuts by projection where a stage begins. */
@Network
interface ResNet20 {
    /** A convolution that keeps its image's shape. */
    @Stack
    @Conv2d(kernel = 3, padding = 1, bias = false)
    @BatchNorm
    @interface Conv {}

    /** A block of 16 channels whose shortcut is the identity. */
    @Network
    interface Block16 {
        @Conv
        @ReLU
        Tensor inner(@In({16, 28, 28}) Tensor x);

        @Conv
        Tensor outer(Tensor inner);

        @Add
        @ReLU
        Tensor out(Tensor outer, Tensor x);
    }

    /** A block of 32 channels whose shortcut is the identity. */
    @Network
    interface Block32 {
        @Conv
        @ReLU
        Tensor inner(@In({32, 14, 14}) Tensor x);

        @Conv
        Tensor outer(Tensor inner);

        @Add
        @ReLU
        Tensor out(Tensor outer, Tensor x);
    }

    /** A block of 64 channels whose shortcut is the identity. */
    @Network
    interface Block64 {
        @Conv
        @ReLU
        Tensor inner(@In({64, 7, 7}) Tensor x);

        @Conv
        Tensor outer(Tensor inner);

        @Add
        @ReLU
        Tensor out(Tensor outer, Tensor x);
    }

    @Conv2d(value = 16, kernel = 3, padding = 1, bias = false)
    @BatchNorm
    @ReLU
    Tensor stem(@In({1, 28, 28}) Tensor image);

    @Use(Block16.class)
    @Repeat(3)
    Tensor stage1(Tensor stem);

    @Conv2d(value = 32, kernel = 3, stride = 2, padding = 1, bias = false)
    @BatchNorm
    @ReLU
    @Conv
    Tensor half(Tensor stage1);

    @Add
    @ReLU
    Tensor joined2(Tensor half, @Conv2d(value = 32, kernel = 1, stride = 2, bias = false) @BatchNorm Tensor stage1);

    @Use(Block32.class)
    @Repeat(2)
    Tensor stage2(Tensor joined2);

    @Conv2d(value = 64, kernel = 3, stride = 2, padding = 1, bias = false)
    @BatchNorm
    @ReLU
    @Conv
    Tensor quarter(Tensor stage2);

    @Add
    @ReLU
    Tensor joined3(Tensor quarter, @Conv2d(value = 64, kernel = 1, stride = 2, bias = false) @BatchNorm Tensor stage2);

    @Use(Block64.class)
    @Repeat(2)
    Tensor stage3(Tensor joined3);

    @GlobalAvgPool
    @Dense(10)
    Tensor logits(Tensor stage3);

    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}
