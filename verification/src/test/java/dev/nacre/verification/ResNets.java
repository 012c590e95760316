package dev.nacre.verification;

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

/** Residual networks of He et al. (2015): blocks without a shape of their own, which networks of several shapes inherit. */
interface ResNets {
    /** A convolution that keeps its image's shape. */
    @Stack
    @Conv2d(kernel = 3, padding = 1, bias = false)
    @BatchNorm
    @interface Conv {}

    /** A block whose shortcut is the identity. */
    interface Residual {
        @Conv
        @ReLU
        Tensor inner(Tensor x);

        @Conv
        Tensor outer(Tensor inner);

        @Add
        @ReLU
        Tensor out(Tensor outer, Tensor x);
    }

    /** 32x32, first stage. */
    @Network
    @In({16, 32, 32})
    interface Block16 extends Residual {}

    /** 32x32, second stage. */
    @Network
    @In({32, 16, 16})
    interface Block32 extends Residual {}

    /** 32x32, third stage. */
    @Network
    @In({64, 8, 8})
    interface Block64 extends Residual {}

    /** ResNet-20 on CIFAR's images: the shortcut of a block that halves the image is a projection on its parameter. */
    @Network
    interface ResNet20 {
        @Conv2d(value = 16, kernel = 3, padding = 1, bias = false)
        @BatchNorm
        @ReLU
        Tensor stem(@In({3, 32, 32}) Tensor image);

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
        Tensor joined3(
                Tensor quarter, @Conv2d(value = 64, kernel = 1, stride = 2, bias = false) @BatchNorm Tensor stage2);

        @Use(Block64.class)
        @Repeat(2)
        Tensor stage3(Tensor joined3);

        @GlobalAvgPool
        @Dense(10)
        Tensor logits(Tensor stage3);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }

    /** 28x28, first stage. */
    @Network
    @In({16, 28, 28})
    interface Small16 extends Residual {}

    /** 28x28, second stage. */
    @Network
    @In({32, 14, 14})
    interface Small32 extends Residual {}

    /** 28x28, third stage. */
    @Network
    @In({64, 7, 7})
    interface Small64 extends Residual {}

    /** ResNet-20 on Fashion-MNIST's images. */
    @Network
    interface FashionResNet20 {
        @Conv2d(value = 16, kernel = 3, padding = 1, bias = false)
        @BatchNorm
        @ReLU
        Tensor stem(@In({1, 28, 28}) Tensor image);

        @Use(Small16.class)
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

        @Use(Small32.class)
        @Repeat(2)
        Tensor stage2(Tensor joined2);

        @Conv2d(value = 64, kernel = 3, stride = 2, padding = 1, bias = false)
        @BatchNorm
        @ReLU
        @Conv
        Tensor quarter(Tensor stage2);

        @Add
        @ReLU
        Tensor joined3(
                Tensor quarter, @Conv2d(value = 64, kernel = 1, stride = 2, bias = false) @BatchNorm Tensor stage2);

        @Use(Small64.class)
        @Repeat(2)
        Tensor stage3(Tensor joined3);

        @GlobalAvgPool
        @Dense(10)
        Tensor logits(Tensor stage3);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }
}
