package golden;

import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.Conv2d;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.MaxPool2d;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** A block as VGG's, with channels enough for Winograd's filtering in its second convolution. */
@Network
interface Vgg {
    @Conv2d(value = 32, kernel = 3, padding = 1)
    @ReLU
    Tensor few(@In({3, 16, 16}) Tensor image);

    @Conv2d(value = 32, kernel = 3, padding = 1, bias = false)
    @BatchNorm
    @ReLU
    @MaxPool2d(kernel = 2)
    Tensor many(Tensor few);

    @Flatten
    @Dense(10)
    Tensor logits(Tensor many);

    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}
