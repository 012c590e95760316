package dev.nacre.verification;

import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.Conv1d;
import dev.nacre.annotations.Conv2d;
import dev.nacre.annotations.ConvTranspose1d;
import dev.nacre.annotations.ConvTranspose2d;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.DropBlock;
import dev.nacre.annotations.DropConnect;
import dev.nacre.annotations.DropPath;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.In;
import dev.nacre.annotations.MaxNorm;
import dev.nacre.annotations.MeanSquaredError;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Reshape;
import dev.nacre.annotations.Tanh;
import dev.nacre.network.Loss;
import dev.nacre.network.Target;
import dev.nacre.tensor.Tensor;

/** Convolutions beside all that rides on them, down and up again: masks of rows before them, of blocks and of weights behind them. */
@Network
interface Signals {
    @Dense(8)
    @Dropout(0.1)
    @Conv1d(value = 4, kernel = 3, padding = Conv1d.SAME)
    @DropConnect(0.1)
    @Tanh
    Tensor mixed(@In({3, 5}) Tensor signal);

    @ConvTranspose1d(value = 6, kernel = 3, stride = 2, padding = 1, outputPadding = 1, groups = 2)
    @BatchNorm
    @Tanh
    @DropPath(0.1)
    Tensor longer(Tensor mixed);

    @Reshape({6, 4, 4})
    @Conv2d(
            kernel = 2,
            groups = Conv2d.DEPTHWISE,
            padding = {1, 0, 0, 1})
    @MaxNorm(3)
    @DropBlock(value = 0.1, blockSize = 2)
    Tensor each(Tensor longer);

    @Conv2d(value = 4, kernel = 1)
    @Tanh
    Tensor separated(Tensor each);

    @ConvTranspose2d(value = 2, kernel = 2, dilation = 2, outputPadding = 1)
    @DropConnect(0.1)
    Tensor larger(Tensor separated);

    @MeanSquaredError
    Loss error(Tensor larger, Target target);
}
