package dev.nacre.verification;

import dev.nacre.annotations.Constant;
import dev.nacre.annotations.Conv1d;
import dev.nacre.annotations.Conv2d;
import dev.nacre.annotations.ConvTranspose2d;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.DropBlock;
import dev.nacre.annotations.DropPath;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.Frozen;
import dev.nacre.annotations.He;
import dev.nacre.annotations.In;
import dev.nacre.annotations.L1;
import dev.nacre.annotations.L2;
import dev.nacre.annotations.LeCun;
import dev.nacre.annotations.MaxNorm;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.NonNegative;
import dev.nacre.annotations.Normal;
import dev.nacre.annotations.Orthogonal;
import dev.nacre.annotations.PyTorchDefault;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Reshape;
import dev.nacre.annotations.SpatialDropout;
import dev.nacre.annotations.TruncatedNormal;
import dev.nacre.annotations.Uniform;
import dev.nacre.annotations.UnitNorm;
import dev.nacre.annotations.Xavier;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Convolutions with all that may be said of their weights, and with each kind of mask in a block with them and in one of its own. */
final class TreatedConvolutions {
    private TreatedConvolutions() {}

    /** Each initialiser once. */
    @Network
    @Normal(value = 0.5, mean = 1)
    interface Begun {
        @Conv2d(
                value = 4,
                kernel = {2, 3})
        Tensor normal(@In({3, 12, 14}) Tensor x);

        @Conv2d(value = 6, kernel = 2)
        @TruncatedNormal(value = 0.1, mean = -1)
        Tensor truncated(Tensor normal);

        @Conv2d(value = 6, kernel = 2, groups = 3)
        @Uniform(low = 2, high = 3)
        Tensor uniform(Tensor truncated);

        @Xavier
        @Conv2d(value = 5, kernel = 2)
        Tensor xavier(Tensor uniform);

        @Conv2d(value = 4, kernel = 2)
        @He(fan = He.Fan.OUT, uniform = true)
        Tensor he(Tensor xavier);

        @ConvTranspose2d(value = 3, kernel = 2)
        @LeCun(gain = 2)
        Tensor lecun(Tensor he);

        @Conv2d(value = 7, kernel = 2)
        @Orthogonal
        Tensor orthogonal(Tensor lecun);

        @Conv2d(value = 3, kernel = 2)
        @Constant(0.25)
        Tensor constant(Tensor orthogonal);

        @ConvTranspose2d(value = 2, kernel = 3)
        @PyTorchDefault
        Tensor standard(Tensor constant);
    }

    /** Constraints, penalties, and a layer that is kept. */
    @Network
    interface Held {
        @Conv2d(value = 6, kernel = 3)
        @MaxNorm(0.4)
        @L2(0.01)
        @ReLU
        Tensor limited(@In({2, 8, 8}) Tensor x);

        @Conv2d(value = 4, kernel = 3)
        @Frozen
        @ReLU
        Tensor kept(Tensor limited);

        @ConvTranspose2d(value = 3, kernel = 2)
        @UnitNorm
        @NonNegative
        @ReLU
        Tensor unit(Tensor kept);

        @Reshape({3, 25})
        @Conv1d(value = 2, kernel = 3)
        @L1(0.02)
        @Flatten
        @Dense(3)
        Tensor logits(Tensor unit);

        @CrossEntropy
        Loss error(Tensor logits, Label label);
    }

    @Network
    interface Elements {
        @Conv2d(value = 6, kernel = 3, padding = 1)
        @ReLU
        @Dropout(0.3)
        Tensor y(@In({2, 7, 6}) Tensor x);
    }

    @Network
    interface ElementsApart {
        @Conv2d(value = 6, kernel = 3, padding = 1)
        Tensor z(@In({2, 7, 6}) Tensor x);

        @ReLU
        Tensor r(Tensor z);

        @Dropout(0.3)
        Tensor y(Tensor r);
    }

    @Network
    interface ElementsUp {
        @ConvTranspose2d(value = 5, kernel = 3, stride = 2)
        @ReLU
        @Dropout(0.3)
        Tensor y(@In({2, 3, 4}) Tensor x);
    }

    @Network
    interface ElementsUpApart {
        @ConvTranspose2d(value = 5, kernel = 3, stride = 2)
        Tensor z(@In({2, 3, 4}) Tensor x);

        @ReLU
        Tensor r(Tensor z);

        @Dropout(0.3)
        Tensor y(Tensor r);
    }

    @Network
    interface Channels {
        @Conv2d(value = 6, kernel = 3, padding = 1)
        @ReLU
        @SpatialDropout(0.3)
        Tensor y(@In({2, 7, 6}) Tensor x);
    }

    @Network
    interface ChannelsApart {
        @Conv2d(value = 6, kernel = 3, padding = 1)
        Tensor z(@In({2, 7, 6}) Tensor x);

        @ReLU
        Tensor r(Tensor z);

        @SpatialDropout(0.3)
        Tensor y(Tensor r);
    }

    @Network
    interface ChannelsUp {
        @ConvTranspose2d(value = 5, kernel = 3, stride = 2)
        @ReLU
        @SpatialDropout(0.3)
        Tensor y(@In({2, 3, 4}) Tensor x);
    }

    @Network
    interface ChannelsUpApart {
        @ConvTranspose2d(value = 5, kernel = 3, stride = 2)
        Tensor z(@In({2, 3, 4}) Tensor x);

        @ReLU
        Tensor r(Tensor z);

        @SpatialDropout(0.3)
        Tensor y(Tensor r);
    }

    @Network
    interface Blocks {
        @Conv2d(value = 6, kernel = 3, padding = 1)
        @ReLU
        @DropBlock(value = 0.3, blockSize = 2)
        Tensor y(@In({2, 7, 6}) Tensor x);
    }

    @Network
    interface BlocksApart {
        @Conv2d(value = 6, kernel = 3, padding = 1)
        Tensor z(@In({2, 7, 6}) Tensor x);

        @ReLU
        Tensor r(Tensor z);

        @DropBlock(value = 0.3, blockSize = 2)
        Tensor y(Tensor r);
    }

    @Network
    interface BlocksUp {
        @ConvTranspose2d(value = 5, kernel = 3, stride = 2)
        @ReLU
        @DropBlock(value = 0.3, blockSize = 2)
        Tensor y(@In({2, 3, 4}) Tensor x);
    }

    @Network
    interface BlocksUpApart {
        @ConvTranspose2d(value = 5, kernel = 3, stride = 2)
        Tensor z(@In({2, 3, 4}) Tensor x);

        @ReLU
        Tensor r(Tensor z);

        @DropBlock(value = 0.3, blockSize = 2)
        Tensor y(Tensor r);
    }

    @Network
    interface Paths {
        @Conv2d(value = 6, kernel = 3, padding = 1)
        @ReLU
        @DropPath(0.3)
        Tensor y(@In({2, 7, 6}) Tensor x);
    }

    @Network
    interface PathsApart {
        @Conv2d(value = 6, kernel = 3, padding = 1)
        Tensor z(@In({2, 7, 6}) Tensor x);

        @ReLU
        Tensor r(Tensor z);

        @DropPath(0.3)
        Tensor y(Tensor r);
    }

    @Network
    interface PathsUp {
        @ConvTranspose2d(value = 5, kernel = 3, stride = 2)
        @ReLU
        @DropPath(0.3)
        Tensor y(@In({2, 3, 4}) Tensor x);
    }

    @Network
    interface PathsUpApart {
        @ConvTranspose2d(value = 5, kernel = 3, stride = 2)
        Tensor z(@In({2, 3, 4}) Tensor x);

        @ReLU
        Tensor r(Tensor z);

        @DropPath(0.3)
        Tensor y(Tensor r);
    }
}
