package dev.nacre.network;

import dev.nacre.kernel.Threefry;
import java.util.Arrays;

/**
 * Starting values of parameters. All are counter-based: an element follows from seed, stream and its position alone,
 * with the same bits on every Java virtual machine.
 */
public final class Initializers {
    /** "init" in ASCII, in front of the stream: keeps them apart from masks, whose steps count from zero. */
    private static final long STREAMS = 0x696e_6974_0000_0000L;

    private static final double UNIT = 0x1p-53;

    private Initializers() {}

    /**
     * Fills a parameter with one value.
     *
     * @param parameter what to fill
     * @param value the value
     */
    public static void constant(Parameter parameter, double value) {
        Arrays.fill(parameter.values(), (float) value);
    }

    /**
     * Fills a parameter from the uniform distribution from -bound to bound.
     *
     * @param parameter what to fill
     * @param bound the largest magnitude
     * @param seed the seed of the network
     * @param stream the number of the parameter in its network
     * @throws IllegalArgumentException if the bound is negative or not finite
     */
    public static void uniform(Parameter parameter, double bound, long seed, int stream) {
        requireScale(parameter, "bound", bound);
        float[] values = parameter.values();
        long key = key(stream);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (bound * (2 * unit(Threefry.bits(seed, key, i)) - 1));
        }
    }

    /**
     * Fills a parameter from the uniform distribution from low to high.
     *
     * @param parameter what to fill
     * @param low the lower end
     * @param high the upper end
     * @param seed the seed of the network
     * @param stream the number of the parameter in its network
     * @throws IllegalArgumentException if an end is not finite or the lower one is above the upper one
     */
    public static void uniform(Parameter parameter, double low, double high, long seed, int stream) {
        requireFinite(parameter, "lower end", low);
        requireFinite(parameter, "upper end", high);
        if (low > high) {
            throw new IllegalArgumentException("the ends to initialise " + parameter.name() + " between are " + low
                    + " and " + high + ": the lower one comes first");
        }
        float[] values = parameter.values();
        long key = key(stream);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (low + (high - low) * unit(Threefry.bits(seed, key, i)));
        }
    }

    /**
     * Fills a weight from the uniform distribution with mean 0 and variance {@code gain^2 / fan}:
     * {@code U(-b, b), b = gain sqrt(3 / fan)}. With {@link Fan#AVERAGE} that is Xavier's (Glorot and Bengio, 2010), with
     * {@link Fan#IN} and gain sqrt(2) He's (2015), with {@link Fan#IN} and gain 1 LeCun's (1998).
     *
     * @param parameter what to fill, [out, in, ...]
     * @param fan what the variance is divided by
     * @param gain the factor of the deviation
     * @param seed the seed of the network
     * @param stream the number of the parameter in its network
     * @throws IllegalArgumentException if the gain is negative or not finite, or the parameter has fewer than two axes
     */
    public static void uniform(Parameter parameter, Fan fan, double gain, long seed, int stream) {
        uniform(parameter, Math.sqrt(3) * deviation(parameter, fan, gain), seed, stream);
    }

    /**
     * Fills a weight from the normal distribution with mean 0 and variance {@code gain^2 / fan}, as
     * {@link #uniform(Parameter, Fan, double, long, int)} does from the uniform one.
     *
     * @param parameter what to fill, [out, in, ...]
     * @param fan what the variance is divided by
     * @param gain the factor of the deviation
     * @param seed the seed of the network
     * @param stream the number of the parameter in its network
     * @throws IllegalArgumentException if the gain is negative or not finite, or the parameter has fewer than two axes
     */
    public static void normal(Parameter parameter, Fan fan, double gain, long seed, int stream) {
        normal(parameter, deviation(parameter, fan, gain), seed, stream);
    }

    private static double deviation(Parameter parameter, Fan fan, double gain) {
        requireScale(parameter, "gain", gain);
        return gain / Math.sqrt(fan.of(parameter.shape()));
    }

    /**
     * Fills a parameter from the normal distribution with mean 0.
     *
     * @param parameter what to fill
     * @param deviation the standard deviation
     * @param seed the seed of the network
     * @param stream the number of the parameter in its network
     * @throws IllegalArgumentException if the deviation is negative or not finite
     */
    public static void normal(Parameter parameter, double deviation, long seed, int stream) {
        normal(parameter, 0, deviation, seed, stream);
    }

    /**
     * Fills a parameter from the normal distribution (Box and Muller, "A Note on the Generation of Random Normal
     * Deviates", Annals of Mathematical Statistics 29, 1958). Positions 2k and 2k + 1 are the cosine and the sine of one
     * pair.
     *
     * @param parameter what to fill
     * @param mean the mean
     * @param deviation the standard deviation
     * @param seed the seed of the network
     * @param stream the number of the parameter in its network
     * @throws IllegalArgumentException if the mean is not finite, or the deviation is negative or not finite
     */
    public static void normal(Parameter parameter, double mean, double deviation, long seed, int stream) {
        requireFinite(parameter, "mean", mean);
        requireScale(parameter, "standard deviation", deviation);
        float[] values = parameter.values();
        long key = key(stream);
        for (int i = 0; i < values.length; i += 2) {
            double radius = radius(seed, key, i);
            double angle = angle(seed, key, i + 1L);
            values[i] = (float) (mean + deviation * radius * StrictMath.cos(angle));
            if (i + 1 < values.length) {
                values[i + 1] = (float) (mean + deviation * radius * StrictMath.sin(angle));
            }
        }
    }

    /**
     * Fills a parameter from the normal distribution cut off at two deviations: what falls outside is drawn again. The
     * deviation of the result is 0.8796 of the one given, as with PyTorch's {@code trunc_normal_(w, mean, std, mean - 2 *
     * std, mean + 2 * std)} and Keras's {@code TruncatedNormal}.
     *
     * @param parameter what to fill
     * @param mean the mean
     * @param deviation the standard deviation before the cut
     * @param seed the seed of the network
     * @param stream the number of the parameter in its network
     * @throws IllegalArgumentException if the mean is not finite, or the deviation is negative or not finite
     */
    public static void truncatedNormal(Parameter parameter, double mean, double deviation, long seed, int stream) {
        requireFinite(parameter, "mean", mean);
        requireScale(parameter, "standard deviation", deviation);
        float[] values = parameter.values();
        long key = key(stream);
        for (int i = 0; i < values.length; i++) {
            double drawn = 3;
            for (long attempt = 0; Math.abs(drawn) > 2; attempt++) {
                drawn = drawn(seed, key, i, attempt);
            }
            values[i] = (float) (mean + deviation * drawn);
        }
    }

    /**
     * Fills a weight with a random orthogonal matrix times the gain: its rows, or its columns where these are fewer, are
     * perpendicular and of length gain (Saxe, McClelland and Ganguli, "Exact solutions to the nonlinear dynamics of
     * learning in deep linear neural networks", ICLR 2014). Axes behind the second count as columns, as in PyTorch. Costs
     * rows * columns * the smaller of both.
     *
     * @param parameter what to fill, [out, in, ...]
     * @param gain the length of rows or columns
     * @param seed the seed of the network
     * @param stream the number of the parameter in its network
     * @throws IllegalArgumentException if the gain is negative or not finite, or the parameter has fewer than two axes
     */
    public static void orthogonal(Parameter parameter, double gain, long seed, int stream) {
        requireScale(parameter, "gain", gain);
        int[] shape = parameter.shape();
        if (shape.length < 2) {
            throw new IllegalArgumentException(
                    parameter + " cannot be initialised orthogonally: only weights of two or " + "more axes can");
        }
        float[] values = parameter.values();
        if (values.length == 0) {
            return;
        }
        long key = key(stream);
        int rows = shape[0];
        int columns = values.length / rows;
        boolean wide = rows <= columns;
        double[][] vectors = Orthogonal.vectors(
                Math.min(rows, columns),
                Math.max(rows, columns),
                (vector, element, attempt) -> drawn(
                        seed,
                        key,
                        wide ? (long) vector * columns + element : (long) element * columns + vector,
                        attempt));
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                values[i * columns + j] = (float) (gain * (wide ? vectors[i][j] : vectors[j][i]));
            }
        }
    }

    /** A standard normal number of an element's own; each attempt is another. Positions are below 2^31. */
    private static double drawn(long seed, long key, long position, long attempt) {
        long index = attempt << 32 | position << 1;
        return radius(seed, key, index) * StrictMath.cos(angle(seed, key, index | 1));
    }

    /** One minus a number below 1 is never 0, whose logarithm is infinite. */
    private static double radius(long seed, long key, long index) {
        return Math.sqrt(-2 * StrictMath.log(1 - unit(Threefry.bits(seed, key, index))));
    }

    private static double angle(long seed, long key, long index) {
        return 2 * Math.PI * unit(Threefry.bits(seed, key, index));
    }

    private static long key(int stream) {
        return STREAMS | Integer.toUnsignedLong(stream);
    }

    /** From 0 inclusive to 1 exclusive, a multiple of 2^-53. */
    private static double unit(long bits) {
        return (bits >>> 11) * UNIT;
    }

    private static void requireScale(Parameter parameter, String what, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the " + what + " to initialise " + parameter.name() + " with is "
                    + value + ": it must be a finite number, 0 or more");
        }
    }

    private static void requireFinite(Parameter parameter, String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "the " + what + " to initialise " + parameter.name() + " with is " + value + ": it must be finite");
        }
    }
}
