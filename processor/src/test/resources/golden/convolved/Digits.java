package golden;

import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.Conv2d;
import dev.nacre.annotations.ConvTranspose1d;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.DropConnect;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Reshape;
import dev.nacre.annotations.SpatialDropout;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** A small network for images. */
@Network
interface Digits {
    @Conv2d(value = 6, kernel = 5, padding = 2, bias = false)
    @BatchNorm
    @ReLU
    @SpatialDropout(0.1)
    Tensor first(@In({1, 28, 28}) Tensor image);

    @Conv2d(kernel = 3, stride = 2, groups = Conv2d.DEPTHWISE, padding = Conv2d.SAME)
    @DropConnect(0.2)
    Tensor each(Tensor first);

    @Conv2d(value = 16, kernel = 1)
    @ReLU
    Tensor second(Tensor each);

    @Reshape({16, -1})
    @ConvTranspose1d(value = 4, kernel = 3, stride = 3, dilation = 2, outputPadding = 1)
    @ReLU
    @Flatten
    @Dense(10)
    Tensor logits(Tensor second);

    @CrossEntropy
    Loss error(Tensor logits, Label digit);
}
