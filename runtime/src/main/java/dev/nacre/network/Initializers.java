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
     * Fills a parameter from the normal distribution with mean 0 (Box and Muller, "A Note on the Generation of Random
     * Normal Deviates", Annals of Mathematical Statistics 29, 1958). Positions 2k and 2k + 1 are the cosine and the
     * sine of one pair.
     *
     * @param parameter what to fill
     * @param deviation the standard deviation
     * @param seed the seed of the network
     * @param stream the number of the parameter in its network
     * @throws IllegalArgumentException if the deviation is negative or not finite
     */
    public static void normal(Parameter parameter, double deviation, long seed, int stream) {
        requireScale(parameter, "standard deviation", deviation);
        float[] values = parameter.values();
        long key = key(stream);
        for (int i = 0; i < values.length; i += 2) {
            // One minus a number below 1 is never 0, whose logarithm is infinite.
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit(Threefry.bits(seed, key, i))));
            double angle = 2 * Math.PI * unit(Threefry.bits(seed, key, i + 1L));
            values[i] = (float) (deviation * radius * StrictMath.cos(angle));
            if (i + 1 < values.length) {
                values[i + 1] = (float) (deviation * radius * StrictMath.sin(angle));
            }
        }
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
}
