package com.example.rings;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Tanh;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Points in, rings out. No line divides two rings, so it takes a hidden layer. */
@Network
public interface RingClassifier {
    /** 16 features of a point. */
    @Dense(16)
    @Tanh
    Tensor hidden(@In Point point);

    /** A score per ring: the width is the number of constants of the enum. */
    @Dense
    Tensor logits(Tensor hidden);

    /** What training makes small. */
    @CrossEntropy
    Loss loss(Tensor logits, Ring ring);
}
