package dev.nacre.verification.conformance;

import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.Conv2d;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.MaxPool2d;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.SpatialDropout;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** The networks of PyTorch's cases that train for some steps. */
interface EndToEndNetworks {
    @Network
    interface Images {
        @Conv2d(value = 4, kernel = 3, padding = Conv2d.SAME, bias = false)
        @BatchNorm
        @ReLU
        @MaxPool2d(kernel = 2)
        Tensor c1(@In({1, 8, 8}) Tensor x);

        @Conv2d(value = 6, kernel = 3)
        @ReLU
        @SpatialDropout(0.3)
        Tensor c2(Tensor c1);

        @Flatten
        @Dropout(0.5)
        @Dense(3)
        Tensor f(Tensor c2);

        @CrossEntropy
        Loss loss(Tensor f, Label t);
    }
}
