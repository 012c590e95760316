package dev.nacre.data;

import dev.nacre.kernel.Threefry;
import java.util.Arrays;

/**
 * A rectangle of an image that is erased by chance, so that a network cannot lean on one part of it; immutable. Zhong, Zheng,
 * Kang, Li and Yang, "Random Erasing Data Augmentation", 2017; as torchvision's {@code RandomErasing}: the rectangle has a part of
 * the image's area that is uniform between two bounds and a ratio of height to width whose logarithm is; what does not fit is drawn again, up to ten
 * times, and then the image stays whole.
 */
public final class Erasing {
    private static final int ATTEMPTS = 10;

    private final double probability;
    private final double leastArea;
    private final double mostArea;
    private final double leastRatio;
    private final double mostRatio;
    private final float low;
    private final float high;

    private Erasing(
            double probability,
            double leastArea,
            double mostArea,
            double leastRatio,
            double mostRatio,
            float low,
            float high) {
        this.probability = probability;
        this.leastArea = leastArea;
        this.mostArea = mostArea;
        this.leastRatio = leastRatio;
        this.mostRatio = mostRatio;
        this.low = low;
        this.high = high;
    }

    /**
     * @param probability of erasing in an image
     * @return erasing 0.02 to 0.33 of the area, in rectangles with a ratio of height to width from 0.3 to 3.3, by zeros
     * @throws IllegalArgumentException if the probability is outside 0 to 1
     */
    public static Erasing of(double probability) {
        return new Erasing(probability("erase", probability), 0.02, 0.33, 0.3, 3.3, 0, 0);
    }

    static double probability(String what, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(what + "(" + probability + "): a probability is from 0 to 1");
        }
        return probability;
    }

    /**
     * @param least the smallest part of the image
     * @param most the greatest part of the image
     * @return the same with these bounds
     * @throws IllegalArgumentException unless {@code 0 < least <= most <= 1}
     */
    public Erasing area(double least, double most) {
        if (!(least > 0 && least <= most && most <= 1)) {
            throw new IllegalArgumentException(
                    "area(" + least + ", " + most + "): two parts of the image with 0 < least <= most <= 1");
        }
        return new Erasing(probability, least, most, leastRatio, mostRatio, low, high);
    }

    /**
     * @param least the smallest ratio of height to width
     * @param most the greatest
     * @return the same with these bounds
     * @throws IllegalArgumentException unless {@code 0 < least <= most}, and both are finite
     */
    public Erasing ratio(double least, double most) {
        if (!(least > 0 && least <= most && Double.isFinite(most))) {
            throw new IllegalArgumentException(
                    "ratio(" + least + ", " + most + "): two finite ratios with 0 < least <= most");
        }
        return new Erasing(probability, leastArea, mostArea, least, most, low, high);
    }

    /**
     * @param value what takes the place of what is erased, 0 unless said otherwise
     * @return the same with this value
     */
    public Erasing with(float value) {
        return withNoise(value, value);
    }

    /**
     * @param least the smallest value
     * @param most the bound above
     * @return the same with numbers between them, uniform and one for each element, as the paper found best
     * @throws IllegalArgumentException unless {@code least <= most}, and both are finite
     */
    public Erasing withNoise(float least, float most) {
        if (!(least <= most && Float.isFinite(most - least))) {
            throw new IllegalArgumentException(
                    "noise from " + least + " to " + most + ": two finite numbers, the smaller first");
        }
        return new Erasing(probability, leastArea, mostArea, leastRatio, mostRatio, least, most);
    }

    void decide(Frame frame, long key) {
        if (!AugmentationStep.happens(probability, (int) Threefry.block(key, 0))) {
            return;
        }
        int height = frame.height();
        int width = frame.width();
        double flattest = StrictMath.log(leastRatio);
        double steepest = StrictMath.log(mostRatio);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            long size = Threefry.block(key, 2L * attempt);
            double area = height * (double) width * between(leastArea, mostArea, (int) size);
            double ratio = StrictMath.exp(between(flattest, steepest, (int) (size >>> 32)));
            int rows = (int) Math.rint(Math.sqrt(area * ratio));
            int columns = (int) Math.rint(Math.sqrt(area / ratio));
            if (rows < height && columns < width) {
                long place = Threefry.block(key, 2L * attempt + 1);
                frame.erase(
                        AugmentationStep.below(height - rows + 1, (int) place),
                        AugmentationStep.below(width - columns + 1, (int) (place >>> 32)),
                        rows,
                        columns,
                        this,
                        Threefry.block(key, 1));
                return;
            }
        }
    }

    private static double between(double least, double most, int bits) {
        return least + (most - least) * ((bits & 0xFFFF_FFFFL) * 0x1p-32);
    }

    /** Writes what takes the place of a run of elements, of which the first has the number {@code element} in its sample. */
    void fill(float[] into, int from, int count, long key, int element) {
        if (low == high) {
            Arrays.fill(into, from, from + count, low);
            return;
        }
        for (int i = 0; i < count; i++) {
            long bits = Threefry.block(key, element + i);
            into[from + i] = low + (high - low) * ((int) (bits >>> 40) * 0x1p-24f);
        }
    }
}
