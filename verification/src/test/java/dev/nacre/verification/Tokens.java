package dev.nacre.verification;

import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.tensor.Tensor;

/** Dropout behind a product on the last of two axes, too wide to be unrolled. */
@Network
interface Tokens {
    @Dense(25)
    @Dropout(0.5)
    Tensor y(@In({3, 20}) Tensor x);
}
