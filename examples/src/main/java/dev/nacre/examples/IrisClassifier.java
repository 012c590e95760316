package dev.nacre.examples;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Standardize;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Records in, enums out. The processor writes {@code IrisClassifierNetwork} and {@code IrisClassifierPredictor} from it. */
@Network
public interface IrisClassifier {
    /** 16 features of a flower. */
    @Standardize
    @Dense(16)
    @ReLU
    @Dropout(0.1)
    Tensor hidden(@In Flower flower);

    /** A score per species: the width is the number of constants of the enum. */
    @Dense
    Tensor logits(Tensor hidden);

    /** What training makes small. */
    @CrossEntropy
    Loss loss(Tensor logits, Species species);
}
