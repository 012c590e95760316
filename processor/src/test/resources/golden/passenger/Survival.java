package golden;

import dev.nacre.annotations.*;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

enum Port {
    CHERBOURG,
    QUEENSTOWN,
    SOUTHAMPTON
}

enum Sex {
    FEMALE,
    MALE
}

enum Outcome {
    LOST,
    SAVED
}

record Passenger(
        @Standardize Float age,
        @MinMax(low = -1) float fare,
        @Missing @Embedding(2) Port port,
        Sex sex,
        int siblings,
        @Missing(value = 0.5, indicator = true) Boolean alone) {}

@Network
interface Survival {
    @Dense(16) @ReLU Tensor hidden(@In Passenger passenger);

    @Dense Tensor logits(Tensor hidden);

    @CrossEntropy Loss loss(Tensor logits, Outcome outcome);
}
