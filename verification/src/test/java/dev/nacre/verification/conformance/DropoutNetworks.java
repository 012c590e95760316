package dev.nacre.verification.conformance;

import dev.nacre.annotations.Add;
import dev.nacre.annotations.AlphaDropout;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.DropPath;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Tanh;
import dev.nacre.tensor.Tensor;

/** What PyTorch and ONNX ran of the layers that drop, declared. */
@SuppressWarnings({"nacre:dropout-on-output", "nacre:high-dropout", "nacre:no-dropout"})
final class DropoutNetworks {
    private DropoutNetworks() {}

    @Network
    interface Alpha10 {
        @AlphaDropout(0.1)
        Tensor y(@In(7) Tensor x);
    }

    @Network
    interface Alpha50 {
        @AlphaDropout(0.5)
        Tensor y(@In(7) Tensor x);
    }

    @Network
    interface Path25 {
        @Dense(4)
        @Tanh
        Tensor branch(@In(4) Tensor x);

        @Add
        Tensor y(@DropPath(0.25) Tensor branch, Tensor x);
    }

    @Network
    interface Onnx0 {
        @Dropout(0)
        Tensor y(@In({4, 5}) Tensor x);
    }

    @Network
    interface Onnx50 {
        @Dropout(0.5)
        Tensor y(@In({4, 5}) Tensor x);
    }

    @Network
    interface Onnx75 {
        @Dropout(0.75)
        Tensor y(@In({4, 5}) Tensor x);
    }
}
