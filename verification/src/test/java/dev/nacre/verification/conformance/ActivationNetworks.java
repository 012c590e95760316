package dev.nacre.verification.conformance;

import dev.nacre.annotations.Apply;
import dev.nacre.annotations.CELU;
import dev.nacre.annotations.ELU;
import dev.nacre.annotations.Exp;
import dev.nacre.annotations.GELU;
import dev.nacre.annotations.GLU;
import dev.nacre.annotations.HardSigmoid;
import dev.nacre.annotations.HardSwish;
import dev.nacre.annotations.HardTanh;
import dev.nacre.annotations.Hardshrink;
import dev.nacre.annotations.In;
import dev.nacre.annotations.LeakyReLU;
import dev.nacre.annotations.Log;
import dev.nacre.annotations.LogSoftmax;
import dev.nacre.annotations.Mish;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.PReLU;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.ReLU6;
import dev.nacre.annotations.SELU;
import dev.nacre.annotations.Sigmoid;
import dev.nacre.annotations.Sin;
import dev.nacre.annotations.Softmax;
import dev.nacre.annotations.Softmin;
import dev.nacre.annotations.Softplus;
import dev.nacre.annotations.Softsign;
import dev.nacre.annotations.Sqrt;
import dev.nacre.annotations.Tanh;
import dev.nacre.annotations.Tanhshrink;
import dev.nacre.annotations.Threshold;

/** What the cases of activations compute, declared: P for PyTorch's, O for ONNX's. */
final class ActivationNetworks {
    private ActivationNetworks() {}

    /** No layer of its own: nothing in networks needs a cosine but positional encodings, which are no activations. */
    static final class Cosine {
        private Cosine() {}

        static double value(double x) {
            return Math.cos(x);
        }

        static double derivative(double x) {
            return -Math.sin(x);
        }
    }

    /** No layer of its own either: GELU is what it is used for. Its series does for inputs up to 6. */
    static final class ErrorFunction {
        private ErrorFunction() {}

        static double value(double x) {
            double term = x;
            double sum = x;
            for (int n = 1; n < 150; n++) {
                term *= -x * x / n;
                sum += term / (2 * n + 1);
            }
            return 2 / Math.sqrt(Math.PI) * sum;
        }

        static double derivative(double x) {
            return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
        }
    }

    @Network
    @In(7)
    @ELU
    interface PElu {}

    @Network
    @In(7)
    @ELU(0.5)
    interface PEluA05 {}

    @Network
    @In(7)
    @GELU(approximate = true)
    interface PGelutanh {}

    @Network
    @In(8)
    @GLU
    interface PGlu {}

    @Network
    @In(7)
    @HardSwish
    interface PHardswish {}

    @Network
    @In(7)
    @HardTanh
    interface PHardtanh {}

    @Network
    @In(7)
    @Hardshrink
    interface PHardshrink {}

    @Network
    @In(4)
    @LogSoftmax
    interface PLogsoftmaxLarge {}

    @Network
    @In(7)
    @Mish
    interface PMish {}

    @Network
    @In(7)
    @PReLU
    interface PPreluShared {}

    @Network
    @In(7)
    @ReLU
    interface PRelu {}

    @Network
    @In(7)
    @ReLU6
    interface PRelu6 {}

    @Network
    @In(4)
    @Softmax
    interface PSoftmaxLarge {}

    @Network
    @In(9)
    @Softmin
    interface PSoftmin {}

    @Network
    @In(4)
    @Softmin
    interface PSoftminLarge {}

    @Network
    @In(7)
    @Softplus
    interface PSoftplus {}

    @Network
    @In(7)
    @Softplus(beta = 2)
    interface PSoftplusB2 {}

    @Network
    @In(7)
    @Tanh
    interface PTanh {}

    @Network
    @In(7)
    @Tanhshrink
    interface PTanhshrink {}

    @Network
    @In(7)
    @Threshold(threshold = 0.1, value = -0.5)
    interface PThreshold {}

    @Network
    @In(1)
    @Softsign
    interface OSoftsign {}

    @Network
    @In(1)
    @CELU(2)
    interface OCelu {}

    @Network
    @In(1)
    @HardTanh
    interface OClip1 {}

    @Network
    @In(1)
    @HardTanh(min = -1e38, max = 1e38)
    interface OClipNone {}

    @Network
    @In(1)
    @HardTanh(min = -5, max = 5)
    interface OClip5 {}

    @Network
    @In(1)
    @HardTanh(min = -0.5, max = 0.5)
    interface OClipHalf {}

    @Network
    @In(1)
    @Apply(Cosine.class)
    interface OCos {}

    @Network
    @In(1)
    @ELU(2)
    interface OElu2 {}

    @Network
    @In(1)
    @ELU
    interface OElu {}

    @Network
    @In(1)
    @Apply(ErrorFunction.class)
    interface OErf {}

    @Network
    @In(1)
    @Exp
    interface OExp {}

    @Network
    @In(1)
    @HardSigmoid(alpha = 0.5, beta = 0.6)
    interface OHardSigmoid5 {}

    @Network
    @In(1)
    @HardSigmoid(alpha = 0.2, beta = 0.5)
    interface OHardSigmoid2 {}

    @Network
    @In(1)
    @HardSwish
    interface OHardSwish {}

    @Network
    @In(1)
    @LeakyReLU
    interface OLeaky {}

    @Network
    @In(1)
    @LeakyReLU(0.1)
    interface OLeaky1 {}

    @Network
    @In(1)
    @LeakyReLU(0.5)
    interface OLeaky5 {}

    @Network
    @In(1)
    @Log
    interface OLog {}

    @Network
    @In({4, 5})
    @LogSoftmax(axis = 0)
    interface OLogSoftmax4x5a0 {}

    @Network
    @In({4, 5})
    @LogSoftmax(axis = 1)
    interface OLogSoftmax4x5a1 {}

    @Network
    @In({4, 5})
    @LogSoftmax
    interface OLogSoftmax4x5 {}

    @Network
    @In(4)
    @LogSoftmax
    interface OLogSoftmax4 {}

    @Network
    @In(20)
    @LogSoftmax
    interface OLogSoftmax20 {}

    @Network
    @In({3, 4, 5})
    @LogSoftmax(axis = 2)
    interface OLogSoftmax3x4x5 {}

    @Network
    @In(128)
    @LogSoftmax(axis = -1)
    interface OLogSoftmax128 {}

    @Network
    @In(1)
    @ReLU
    interface ORelu {}

    @Network
    @In(1)
    @SELU
    interface OSelu {}

    @Network
    @In(1)
    @SELU(alpha = 2, scale = 3)
    interface OSelu23 {}

    @Network
    @In(1)
    @Sigmoid
    interface OSigmoid {}

    @Network
    @In(6)
    @GLU
    interface OGlu {}

    @Network
    @In(1)
    @Sin
    interface OSin {}

    @Network
    @In({3, 4, 5})
    @Softmax(axis = 0)
    interface OSoftmax3x4x5 {}

    @Network
    @In({4, 5})
    @Softmax(axis = 0)
    interface OSoftmax4x5a0 {}

    @Network
    @In({4, 5})
    @Softmax(axis = 1)
    interface OSoftmax4x5a1 {}

    @Network
    @In(4)
    @Softmax
    interface OSoftmax4 {}

    @Network
    @In(20)
    @Softmin
    interface OSoftmin {}

    @Network
    @In(1)
    @Softplus
    interface OSoftplus {}

    @Network
    @In(1)
    @Sqrt
    interface OSqrt {}

    @Network
    @In(1)
    @Tanh
    interface OTanh {}

    @Network
    @In(1)
    @Threshold(threshold = 2)
    interface OThresholded2 {}

    @Network
    @In(1)
    @Threshold(threshold = 1)
    interface OThresholded1 {}
}
