package dev.nacre.data;

import dev.nacre.kernel.Threefry;
import dev.nacre.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What chance does to images in training, so that a network never sees the same one twice; immutable:
 *
 * <pre>{@code
 * Dataset augmented = training.augmented(Augmentation.none().shift(2).flip().erase(0.25));
 * }</pre>
 *
 * <p>The steps happen in the order in which they are said. Images are (channels, height, width); all channels of an image
 * share their fate. What happens to a sample is a function of (seed, epoch, number of the sample in the data set) by Threefry:
 * the same in every run, whatever the order, the batch or the number of threads. Only a training augments
 * ({@code Trainer}, or {@link Batches#augment} by hand): whoever else reads the data, validation included, sees the images as they are, but
 * for a {@link #crop}, of which it gets the middle.
 */
public final class Augmentation {
    /** "augm" in ASCII, above the epochs: keeps these numbers apart from those of orders, initialisers and masks. */
    private static final long STREAMS = 0x6175_676d_0000_0000L;

    private static final Augmentation NONE = new Augmentation(List.of());

    private final List<AugmentationStep> steps;

    private Augmentation(List<AugmentationStep> steps) {
        this.steps = steps;
    }

    /** @return an augmentation that changes nothing, to add steps to */
    public static Augmentation none() {
        return NONE;
    }

    /**
     * Moves an image by chance, with zeros where nothing was: what others call a crop of the padded image. Each of the
     * {@code 2 most + 1} distances is equally likely on each axis.
     *
     * @param most the greatest distance in pixels, in each of the four directions
     * @return this and a shift
     * @throws IllegalArgumentException if the distance is negative
     */
    public Augmentation shift(int most) {
        return shift(most, most);
    }

    /**
     * @param vertical the greatest distance up or down
     * @param horizontal the greatest distance to the left or to the right
     * @return this and a shift
     * @throws IllegalArgumentException if a distance is negative
     */
    public Augmentation shift(int vertical, int horizontal) {
        if (vertical < 0 || horizontal < 0) {
            throw new IllegalArgumentException(
                    "shift(" + vertical + ", " + horizontal + "): distances are 0 pixels or more");
        }
        return and(new AugmentationStep.Shift(vertical, horizontal));
    }

    /** @return this and a horizontal flip of every other image, left to right */
    public Augmentation flip() {
        return flip(0.5);
    }

    /**
     * @param probability of flipping an image, left to right
     * @return this and a horizontal flip
     * @throws IllegalArgumentException if the probability is outside 0 to 1
     */
    public Augmentation flip(double probability) {
        return and(new AugmentationStep.Flip(Erasing.probability("flip", probability), false));
    }

    /** @return this and a vertical flip of every other image, upside down */
    public Augmentation flipVertically() {
        return flipVertically(0.5);
    }

    /**
     * @param probability of flipping an image upside down
     * @return this and a vertical flip
     * @throws IllegalArgumentException if the probability is outside 0 to 1
     */
    public Augmentation flipVertically(double probability) {
        return and(new AugmentationStep.Flip(Erasing.probability("flipVertically", probability), true));
    }

    /**
     * @param size height and width of what is kept
     * @return this and a crop
     * @throws IllegalArgumentException if the size is below 1
     */
    public Augmentation crop(int size) {
        return crop(size, size);
    }

    /**
     * Keeps a part of the image, each place equally likely. It changes the shape of the samples: give data that is not trained with
     * the same augmentation, and it has the middle of each image.
     *
     * @param height of what is kept
     * @param width of what is kept
     * @return this and a crop
     * @throws IllegalArgumentException if a size is below 1
     */
    public Augmentation crop(int height, int width) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("crop(" + height + ", " + width + "): sizes are 1 pixel or more");
        }
        return and(new AugmentationStep.Crop(height, width));
    }

    /**
     * Erases a rectangle of some images, by zeros: {@code erase(Erasing.of(probability))}.
     *
     * @param probability of erasing in an image
     * @return this and an erasure
     * @throws IllegalArgumentException if the probability is outside 0 to 1
     */
    public Augmentation erase(double probability) {
        return erase(Erasing.of(probability));
    }

    /**
     * @param erasing how often, how much, and what takes the place
     * @return this and an erasure
     */
    public Augmentation erase(Erasing erasing) {
        return and(new AugmentationStep.Erase(Objects.requireNonNull(erasing, "erasing")));
    }

    private Augmentation and(AugmentationStep step) {
        return and(List.of(step));
    }

    private Augmentation and(List<AugmentationStep> more) {
        List<AugmentationStep> all = new ArrayList<>(steps);
        all.addAll(more);
        return new Augmentation(List.copyOf(all));
    }

    Augmentation and(Augmentation later) {
        return and(later.steps);
    }

    /** @return the key of the random numbers of one epoch */
    static long key(long seed, int epoch) {
        return Threefry.block(seed, STREAMS | epoch & 0xFFFF_FFFFL);
    }

    /** @return the shape of an image afterwards */
    Shape shape(Shape image) {
        if (image.rank() != 3) {
            throw new IllegalArgumentException(
                    "cannot augment samples of shape " + image + ": images have the shape (channels, height, width)");
        }
        Shape shape = image;
        for (AugmentationStep step : steps) {
            shape = step.shape(shape);
        }
        return shape;
    }

    /** Decides what happens to one sample in training. */
    void decide(Frame frame, long key, int sample) {
        long own = Threefry.block(key, sample);
        for (int step = 0; step < steps.size(); step++) {
            steps.get(step).decide(frame, Threefry.block(own, step));
        }
    }

    /** Decides what happens to a sample outside of training. */
    void settle(Frame frame) {
        for (int step = 0; step < steps.size(); step++) {
            steps.get(step).settle(frame);
        }
    }

    /** @return how many erasures an image can have */
    int erasures() {
        return (int)
                steps.stream().filter(AugmentationStep.Erase.class::isInstance).count();
    }
}
