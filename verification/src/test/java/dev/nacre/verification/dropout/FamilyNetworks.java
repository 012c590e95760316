package dev.nacre.verification.dropout;

import dev.nacre.annotations.Concat;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.DropBlock;
import dev.nacre.annotations.DropConnect;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.GaussianDropout;
import dev.nacre.annotations.GaussianNoise;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Scaling;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** The rest of the family, in the form of {@link DropoutNetworks}: the classic form, squares, noise and weights. */
final class FamilyNetworks {
    private FamilyNetworks() {}

    /** Scaled at evaluation, by itself. */
    @Network
    @SuppressWarnings({"nacre:high-dropout", "nacre:dropout-on-output", "nacre:no-dropout"})
    interface Classic {
        @Dropout(value = 0.01, scaling = Scaling.AT_EVALUATION)
        Tensor p01(@In(72) Tensor x);

        @Dropout(value = 0.3, scaling = Scaling.AT_EVALUATION)
        Tensor p30(Tensor x);

        @Dropout(value = 0.5, scaling = Scaling.AT_EVALUATION)
        Tensor p50(Tensor x);

        @Dropout(value = 0.5, scaling = Scaling.AT_EVALUATION)
        Tensor p50again(Tensor x);

        @Dropout(value = 0.9, scaling = Scaling.AT_EVALUATION)
        Tensor p90(Tensor x);

        @Dropout(value = 0, scaling = Scaling.AT_EVALUATION)
        Tensor none(Tensor x);

        @Dropout(value = 1, scaling = Scaling.AT_EVALUATION)
        Tensor all(Tensor x);

        @Concat
        Tensor out(Tensor p01, Tensor p30, Tensor p50, Tensor p50again, Tensor p90, Tensor none, Tensor all);
    }

    /** And as the end of a product, nine wide: few enough for all masks to be enumerated. */
    @Network
    @SuppressWarnings({"nacre:dropout-on-output", "nacre:high-dropout"})
    interface ClassicFused {
        @Dense(9)
        @ReLU
        @Dropout(value = 0.3, scaling = Scaling.AT_EVALUATION)
        Tensor p30(@In(9) Tensor x);

        @Dense(9)
        @ReLU
        @Dropout(value = 0.5, scaling = Scaling.AT_EVALUATION)
        Tensor p50(Tensor x);

        @Dense(9)
        @ReLU
        @Dropout(value = 0.5, scaling = Scaling.AT_EVALUATION)
        Tensor p50again(Tensor x);

        @Concat
        Tensor out(Tensor p30, Tensor p50, Tensor p50again);
    }

    /** One softmax layer behind the classic form, for weight scaling. */
    @Network
    interface ClassicSoftmax {
        @Dropout(value = 0.4, scaling = Scaling.AT_EVALUATION)
        Tensor dropped(@In(10) Tensor x);

        @Dense(4)
        Tensor logits(Tensor dropped);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }

    /** 4 channels of 7x5, squares of side 3. */
    @Network
    @SuppressWarnings({"nacre:dropout-on-output", "nacre:no-dropout", "nacre:high-dropout"})
    interface Blocks {
        @DropBlock(value = 0.1, blockSize = 3)
        Tensor p10(@In({4, 7, 5}) Tensor x);

        @DropBlock(value = 0.3, blockSize = 3)
        Tensor p30(Tensor x);

        @DropBlock(value = 0.3, blockSize = 3)
        Tensor p30again(Tensor x);

        @DropBlock(value = 0, blockSize = 3)
        Tensor none(Tensor x);

        @DropBlock(value = 1, blockSize = 3)
        Tensor all(Tensor x);

        @Concat
        Tensor out(Tensor p10, Tensor p30, Tensor p30again, Tensor none, Tensor all);
    }

    /** Noise that multiplies; 33 columns: an odd number, and a vector that is not full. */
    @Network
    @SuppressWarnings({"nacre:dropout-on-output", "nacre:no-dropout", "nacre:high-dropout"})
    interface Factors {
        @GaussianDropout(0.1)
        Tensor p10(@In(33) Tensor x);

        @GaussianDropout(0.5)
        Tensor p50(Tensor x);

        @GaussianDropout(0.5)
        Tensor p50again(Tensor x);

        @GaussianDropout(0.9)
        Tensor p90(Tensor x);

        @GaussianDropout(0)
        Tensor none(Tensor x);

        @Concat
        Tensor out(Tensor p10, Tensor p50, Tensor p50again, Tensor p90, Tensor none);
    }

    /** Noise that is added. */
    @Network
    @SuppressWarnings({"nacre:dropout-on-output", "nacre:no-dropout", "nacre:high-dropout"})
    interface Summands {
        @GaussianNoise(0.05)
        Tensor s05(@In(33) Tensor x);

        @GaussianNoise(0.7)
        Tensor s70(Tensor x);

        @GaussianNoise(0.7)
        Tensor s70again(Tensor x);

        @GaussianNoise(0)
        Tensor none(Tensor x);

        @Concat
        Tensor out(Tensor s05, Tensor s70, Tensor s70again, Tensor none);
    }

    /** Weights with a mask for the batch: 64 units of 72 inputs. */
    @Network
    @SuppressWarnings({"nacre:dropout-on-output", "nacre:no-dropout", "nacre:high-dropout"})
    interface PerBatch {
        @Dense(64)
        @DropConnect(0.01)
        Tensor p01(@In(72) Tensor x);

        @Dense(64)
        @DropConnect(0.3)
        Tensor p30(Tensor x);

        @Dense(64)
        @DropConnect(0.5)
        Tensor p50(Tensor x);

        @Dense(64)
        @DropConnect(0.5)
        Tensor p50again(Tensor x);

        @Dense(64)
        @DropConnect(0)
        Tensor none(Tensor x);

        @Dense(64)
        @DropConnect(1)
        Tensor all(Tensor x);

        @Concat
        Tensor out(Tensor p01, Tensor p30, Tensor p50, Tensor p50again, Tensor none, Tensor all);
    }

    /** Weights with a mask for each sample: 8 units of 12 inputs. */
    @Network
    @SuppressWarnings({"nacre:dropout-on-output", "nacre:no-dropout", "nacre:high-dropout"})
    interface PerSample {
        @Dense(8)
        @DropConnect(value = 0.3, masks = DropConnect.Masks.PER_SAMPLE)
        Tensor p30(@In(12) Tensor x);

        @Dense(8)
        @DropConnect(value = 0.5, masks = DropConnect.Masks.PER_SAMPLE)
        Tensor p50(Tensor x);

        @Dense(8)
        @DropConnect(value = 0.5, masks = DropConnect.Masks.PER_SAMPLE)
        Tensor p50again(Tensor x);

        @Dense(8)
        @DropConnect(value = 0, masks = DropConnect.Masks.PER_SAMPLE)
        Tensor none(Tensor x);

        @Dense(8)
        @DropConnect(value = 1, masks = DropConnect.Masks.PER_SAMPLE)
        Tensor all(Tensor x);

        @Concat
        Tensor out(Tensor p30, Tensor p50, Tensor p50again, Tensor none, Tensor all);
    }
}
