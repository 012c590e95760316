package golden;

import dev.nacre.annotations.AdaptiveAvgPool2d;
import dev.nacre.annotations.AvgPool2d;
import dev.nacre.annotations.Concat;
import dev.nacre.annotations.Conv2d;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.GlobalAvgPool;
import dev.nacre.annotations.In;
import dev.nacre.annotations.InstanceNorm;
import dev.nacre.annotations.LpPool2d;
import dev.nacre.annotations.MaxPool2d;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Pad;
import dev.nacre.annotations.PixelUnshuffle;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Upsample;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Images that are pooled, padded, cropped and made larger. */
@Network
interface Pooled {
    @Conv2d(value = 8, kernel = 3, padding = 1)
    @InstanceNorm(affine = true, trackRunning = true)
    @ReLU
    @MaxPool2d(kernel = 3, stride = 2, padding = 1)
    Tensor half(@In({3, 16, 16}) Tensor image);

    @Pad(
            value = {2, 2, -1, -1},
            mode = Pad.Mode.REFLECT)
    @AvgPool2d(kernel = 2, ceil = true)
    Tensor mean(Tensor half);

    @LpPool2d(kernel = 2)
    @Upsample(value = 2, mode = Upsample.Mode.BILINEAR)
    @PixelUnshuffle(2)
    @AdaptiveAvgPool2d({2, 1})
    @Flatten
    Tensor norms(Tensor half);

    @Concat
    @Dense(10)
    Tensor logits(@GlobalAvgPool Tensor mean, Tensor norms, @Pad(-3) @Flatten Tensor half);

    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}
