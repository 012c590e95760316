package dev.nacre.processor.model;

import java.util.List;
import java.util.Optional;

/** What a step hands to its operation. */
public sealed interface Operand {
    /** An array that the operation reads. */
    record Read(Value value) implements Operand {}

    /** An array that the operation writes whole. */
    record Write(Value value) implements Operand {}

    /** A parameter's or statistic's array. */
    record Weights(ParameterSpec parameter) implements Operand {}

    /** The array of a parameter's gradient, which the operation writes or adds to. */
    record WeightsGradient(ParameterSpec parameter) implements Operand {}

    /** Whether to add to this parameter's gradient or to replace it. */
    record Accumulate(ParameterSpec parameter) implements Operand {}

    /** No array where one could be: a missing bias. */
    record Absent() implements Operand {}

    /** The batch times the leading axes that an operation treats alike. */
    record Rows(int perSample) implements Operand {}

    /** A size or another whole number. */
    record Size(int value) implements Operand {}

    /** A number. */
    record Number(double value) implements Operand {}

    /** Several numbers that the declaration gives; {@code name} like {@code loss.crossEntropy.classWeights}, unique. */
    record Numbers(String name, List<Double> values) implements Operand {
        public Numbers {
            values = List.copyOf(values);
        }
    }

    /** Yes or no. */
    record Flag(boolean value) implements Operand {}

    /** How the losses of a batch become one number, by its name in the runtime's {@code Reduction}. */
    record Reduced(String reduction) implements Operand {}

    /**
     * An element by element function of the runtime's {@code Activation}.
     *
     * @param activation its constant there or, where it has parameters, the method that makes it
     * @param parameters of that method
     * @param name of the layer, like {@code hidden1.leakyRelu}, unique in the network; what has parameters is called so
     */
    record Function(String activation, List<Double> parameters, String name) implements Operand {
        /** What leaves every element as it is. */
        public static final Function IDENTITY = new Function("IDENTITY");

        public Function {
            parameters = List.copyOf(parameters);
        }

        /** One without parameters. */
        public Function(String activation) {
            this(activation, List.of(), "");
        }
    }

    /**
     * A function of the user's, called by name.
     *
     * @param type the class that has it as a static method
     * @param method its name there: value or derivative
     * @param wide whether it computes in double
     */
    record UserFunction(Declarations.FunctionType type, String method, boolean wide) implements Operand {}

    /**
     * The mask of a dropout layer.
     *
     * @param name like {@code hidden1.dropout}, unique in the network
     * @param p the probability of dropping
     * @param noise what shares decisions
     * @param atEvaluation whether kept values are scaled in evaluation, and not in training
     * @param linear whether p is that of the deepest such layer, and of others in proportion to their depth
     */
    record Dropout(String name, double p, Noise noise, boolean atEvaluation, boolean linear) implements Operand {}

    /** The slopes of a randomized ReLU; {@code name} like {@code hidden1.rrelu}, unique in the network. */
    record Slopes(String name, double lower, double upper) implements Operand {}

    /**
     * The normal numbers of a layer with random noise.
     *
     * @param name like {@code hidden1.gaussianDropout}, unique in the network
     * @param factors whether they are factors of mean 1, or summands of mean 0
     * @param p of factors the p in their variance {@code p / (1 - p)}, of summands the standard deviation
     */
    record Gaussian(String name, boolean factors, double p) implements Operand {
        /** {@code y = x n}: x (Read), y (Write), Rows, Size, Gaussian. */
        public static final String MULTIPLY = "multiplyNoise";
        /** {@code y = x + n}, with the same operands. */
        public static final String ADD = "addNoise";

        public double mean() {
            return factors ? 1 : 0;
        }

        public double deviation() {
            return factors ? Math.sqrt(p / (1 - p)) : p;
        }
    }

    /**
     * The masks on a weight.
     *
     * @param name of the weight, like {@code hidden1.dense.weight}, unique in the network
     * @param p the probability of dropping
     * @param perSample whether each sample has a mask of its own
     * @param samples how many normal numbers the activation behind is averaged over in evaluation; 0 for none
     */
    record Connections(String name, double p, boolean perSample, int samples) implements Operand {
        /** Makes the {@link DroppedWeights} of a batch: Weights, Size, Connections. */
        public static final String DROP = "dropWeights";
        /** DroppedGradient, WeightsGradient, Size, Accumulate, Connections. */
        public static final String GRADIENT = "dropWeightsGradient";
        /** {@code y = x W'ᵀ + b} with masks per sample: as "dense" without function and mask, then rows per sample (Size), Connections. */
        public static final String PRODUCT = "dropConnect";
        /** x (Read), Weights, u (Read), y (Write), Rows, Size, Size, Function, samples (Size), Connections; in evaluation {@link CurrentP} and samples. */
        public static final String AVERAGE = "momentMatching";

        /** @return the name by which the masks are asked for, {@code hidden1.dropConnect}, numbered as the layer with the weights */
        public String layer() {
            return name.replaceFirst("[a-zA-Z]+(\\d*)\\.[^.]+$", "dropConnect$1");
        }
    }

    /**
     * What the p of a dropout layer is in the network when its predictor is made.
     *
     * @param layer its name, like {@code hidden1.dropout}
     * @param kept whether it is {@code 1 - p} that is meant
     */
    record CurrentP(String layer, boolean kept) implements Operand {
        public String name() {
            return layer + (kept ? " kept" : " p");
        }
    }

    /** The array of a weight behind its mask. */
    record DroppedWeights(ParameterSpec parameter, Connections connections) implements Operand {}

    /** The array of the gradient of {@link DroppedWeights}, which the operation writes. */
    record DroppedGradient(ParameterSpec parameter, Connections connections) implements Operand {}

    /**
     * The mask of a dropout that what the operation reads comes out of, so that what it drops is 0.
     *
     * @param by the dropout, which is an operand of another step too; empty where there is none
     */
    record Kept(Optional<Dropout> by) implements Operand {}

    /** No dropout. */
    record NoDropout() implements Operand {}

    /** The statistics of a batch normalisation; {@code name} like {@code hidden1.batchNorm}, unique in the network. */
    record Statistics(String name, int features, int inner, double momentum, double epsilon) implements Operand {}

    /** How a kernel slides; {@code name} like {@code pool1.maxPool2d}, unique in the network. */
    record Windowed(String name, Window window) implements Operand {}

    /**
     * A convolution's sizes.
     *
     * @param name like {@code conv1.conv2d}, unique in the network
     * @param in the channels of the image
     * @param out the channels of the result
     * @param transposed whether the layer goes from the result to the image
     */
    record Convolved(String name, int in, int out, int groups, Window window, boolean transposed) implements Operand {
        /** Channels in times channels out from which on, for each of both, Winograd's way was the faster one wherever it was measured. */
        private static final int MANY = 16;

        /** Kernels whose transformed weights, 16 for each, are not too many to keep. */
        private static final long MOST = 1 << 23;

        /**
         * Whether Winograd's minimal filtering is chosen, F(2x2, 3x3): kernels of 3x3 in single steps, where products save
         * more than transforming patches for each channel in and squares for each channel out costs; measured in
         * benchmarks/README.md.
         */
        public boolean winograd() {
            List<Integer> ones = List.of(1, 1);
            return window.kernel().equals(List.of(3, 3))
                    && window.stride().equals(ones)
                    && window.dilation().equals(ones)
                    && window.before().stream().allMatch(before -> before <= 2)
                    && groups == 1
                    && (long) in * out >= (long) MANY * (in + out)
                    && (long) in * out <= MOST;
        }
    }

    /** Whether the network is in training mode. */
    record Training() implements Operand {}
}
