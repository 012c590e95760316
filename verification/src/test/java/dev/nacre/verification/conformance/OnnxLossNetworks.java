package dev.nacre.verification.conformance;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.NegativeLogLikelihood;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Reduction;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/**
 * The losses of the ONNX cases, each on its input as it is. Names tell the positions, the weights of the classes, the ignored
 * label and the reduction.
 */
final class OnnxLossNetworks {
    private OnnxLossNetworks() {}

    @Network
    interface Ce {
        @CrossEntropy
        Loss loss(@In(5) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface CeIgnore2 {
        @CrossEntropy(ignoreLabel = 2)
        Loss loss(@In(5) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Ce2x7Ignore2 {
        @CrossEntropy(ignoreLabel = 2)
        Loss loss(@In({2, 7, 5}) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface CeWIgnore0 {
        @CrossEntropy(
                classWeights = {0.9, 0.7, 0.8, 0.9, 0.9},
                ignoreLabel = 0)
        Loss loss(@In(5) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface CeSum {
        @CrossEntropy(reduction = Reduction.SUM)
        Loss loss(@In(5) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Ce6AIgnoreMinus1 {
        @CrossEntropy(
                classWeights = {
                    0.28847643733024597,
                    0.4332880675792694,
                    0.7561066746711731,
                    0.3960982859134674,
                    0.8960384130477905
                },
                ignoreLabel = -1)
        Loss loss(@In({6, 5}) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface CeWSum {
        @CrossEntropy(
                classWeights = {0.9, 0.7, 0.8, 0.9, 0.9},
                reduction = Reduction.SUM)
        Loss loss(@In(5) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface CeIgnoreMinus5Sum {
        @CrossEntropy(ignoreLabel = -5, reduction = Reduction.SUM)
        Loss loss(@In(5) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Ce2 {
        @CrossEntropy
        Loss loss(@In({2, 5}) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Ce2Ignore2 {
        @CrossEntropy(ignoreLabel = 2)
        Loss loss(@In({2, 5}) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface CeW {
        @CrossEntropy(classWeights = {0.9, 0.7, 0.8, 0.9, 0.9})
        Loss loss(@In(5) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface CeDIgnore10Sum {
        @CrossEntropy(
                classWeights = {
                    0.368241548538208,
                    0.957155168056488,
                    0.14035077393054962,
                    0.8700872659683228,
                    0.4736080467700958
                },
                ignoreLabel = 10,
                reduction = Reduction.SUM)
        Loss loss(@In(5) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Ce6x6x5x3x4E {
        @CrossEntropy(
                classWeights = {
                    0.06691303104162216,
                    0.5268662571907043,
                    0.7530990242958069,
                    0.39538297057151794,
                    0.12831272184848785
                })
        Loss loss(@In({6, 6, 5, 3, 4, 5}) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Nll2 {
        @NegativeLogLikelihood
        Loss loss(@In({2, 5}) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Nll2Ignore1 {
        @NegativeLogLikelihood(ignoreLabel = 1)
        Loss loss(@In({2, 5}) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Nll6AIgnoreMinus1 {
        @NegativeLogLikelihood(
                classWeights = {
                    0.28847643733024597,
                    0.4332880675792694,
                    0.7561066746711731,
                    0.3960982859134674,
                    0.8960384130477905
                },
                ignoreLabel = -1)
        Loss loss(@In({6, 5}) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Nll2B {
        @NegativeLogLikelihood(
                classWeights = {
                    0.018789799883961678,
                    0.6176354885101318,
                    0.6120957136154175,
                    0.6169340014457703,
                    0.9437480568885803
                })
        Loss loss(@In({2, 5}) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Nll2BIgnore1 {
        @NegativeLogLikelihood(
                classWeights = {
                    0.018789799883961678,
                    0.6176354885101318,
                    0.6120957136154175,
                    0.6169340014457703,
                    0.9437480568885803
                },
                ignoreLabel = 1)
        Loss loss(@In({2, 5}) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Nll6x6 {
        @NegativeLogLikelihood
        Loss loss(@In({6, 6, 5}) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Nll6x6C {
        @NegativeLogLikelihood(
                classWeights = {
                    0.5834041833877563,
                    0.9364681243896484,
                    0.9407816529273987,
                    0.052508167922496796,
                    0.5962111353874207
                })
        Loss loss(@In({6, 6, 5}) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Nll6x6CSum {
        @NegativeLogLikelihood(
                classWeights = {
                    0.5834041833877563,
                    0.9364681243896484,
                    0.9407816529273987,
                    0.052508167922496796,
                    0.5962111353874207
                },
                reduction = Reduction.SUM)
        Loss loss(@In({6, 6, 5}) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Nll6x6CIgnore0Sum {
        @NegativeLogLikelihood(
                classWeights = {
                    0.5834041833877563,
                    0.9364681243896484,
                    0.9407816529273987,
                    0.052508167922496796,
                    0.5962111353874207
                },
                ignoreLabel = 0,
                reduction = Reduction.SUM)
        Loss loss(@In({6, 6, 5}) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface NllDIgnore10Sum {
        @NegativeLogLikelihood(
                classWeights = {
                    0.368241548538208,
                    0.957155168056488,
                    0.14035077393054962,
                    0.8700872659683228,
                    0.4736080467700958
                },
                ignoreLabel = 10,
                reduction = Reduction.SUM)
        Loss loss(@In(5) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Nll6x6x5x3x4E {
        @NegativeLogLikelihood(
                classWeights = {
                    0.06691303104162216,
                    0.5268662571907043,
                    0.7530990242958069,
                    0.39538297057151794,
                    0.12831272184848785
                })
        Loss loss(@In({6, 6, 5, 3, 4, 5}) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface NllSum {
        @NegativeLogLikelihood(reduction = Reduction.SUM)
        Loss loss(@In(5) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface NllCSum {
        @NegativeLogLikelihood(
                classWeights = {
                    0.5834041833877563,
                    0.9364681243896484,
                    0.9407816529273987,
                    0.052508167922496796,
                    0.5962111353874207
                },
                reduction = Reduction.SUM)
        Loss loss(@In(5) Tensor x, Label label);

        @Flatten
        Tensor same(Tensor x);
    }
}
