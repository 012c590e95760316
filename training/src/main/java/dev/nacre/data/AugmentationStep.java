package dev.nacre.data;

import dev.nacre.kernel.Threefry;
import dev.nacre.tensor.Shape;

/** One thing that chance does to an image. */
interface AugmentationStep {
    /**
     * @param frame the image so far
     * @param key of the random numbers that are this step's and this sample's alone
     */
    void decide(Frame frame, long key);

    /** What the step does outside of training. */
    default void settle(Frame frame) {}

    /** @return the shape of an image after this step */
    default Shape shape(Shape image) {
        return image;
    }

    /** @return 0 to count - 1, each with a probability that is off by less than 2^-32 */
    static int below(int count, int bits) {
        return (int) ((bits & 0xFFFF_FFFFL) * count >>> 32);
    }

    /** @return whether something of this probability happens */
    static boolean happens(double probability, int bits) {
        return (bits & 0xFFFF_FFFFL) < probability * 0x1p32;
    }

    /** A move by up to so many pixels. */
    record Shift(int vertical, int horizontal) implements AugmentationStep {
        @Override
        public void decide(Frame frame, long key) {
            long bits = Threefry.block(key, 0);
            frame.window(
                    vertical - below(2 * vertical + 1, (int) bits),
                    horizontal - below(2 * horizontal + 1, (int) (bits >>> 32)),
                    frame.height(),
                    frame.width());
        }
    }

    /** A mirror image. */
    record Flip(double probability, boolean vertical) implements AugmentationStep {
        @Override
        public void decide(Frame frame, long key) {
            if (happens(probability, (int) Threefry.block(key, 0))) {
                frame.flip(vertical);
            }
        }
    }

    /** A part of the image. */
    record Crop(int height, int width) implements AugmentationStep {
        @Override
        public void decide(Frame frame, long key) {
            long bits = Threefry.block(key, 0);
            frame.window(
                    below(frame.height() - height + 1, (int) bits),
                    below(frame.width() - width + 1, (int) (bits >>> 32)),
                    height,
                    width);
        }

        @Override
        public void settle(Frame frame) {
            frame.window((frame.height() - height) / 2, (frame.width() - width) / 2, height, width);
        }

        @Override
        public Shape shape(Shape image) {
            if (height > image.size(1) || width > image.size(2)) {
                throw new IllegalArgumentException("crop(" + height + ", " + width + ") of images of shape " + image
                        + ": at most crop(" + image.size(1) + ", " + image.size(2) + ")");
            }
            return Shape.of(image.size(0), height, width);
        }
    }

    /** A rectangle that goes. */
    record Erase(Erasing by) implements AugmentationStep {
        @Override
        public void decide(Frame frame, long key) {
            by.decide(frame, key);
        }
    }
}
