package dev.nacre.data;

import dev.nacre.tensor.Shape;

/** Images that chance changes in training. As samples they are what others than a training see. */
final class AugmentedSamples implements Samples {
    private final Samples source;
    private final Augmentation augmentation;
    private final Shape image;
    private final Shape shape;

    private AugmentedSamples(Samples source, Augmentation augmentation) {
        this.source = source;
        this.augmentation = augmentation;
        this.image = source.shape();
        this.shape = augmentation.shape(image);
    }

    static AugmentedSamples of(Samples samples, Augmentation augmentation) {
        return samples instanceof AugmentedSamples before
                ? new AugmentedSamples(before.source, before.augmentation.and(augmentation))
                : new AugmentedSamples(samples, augmentation);
    }

    @Override
    public int size() {
        return source.size();
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public void copy(int index, float[] into, int offset) {
        if (shape.equals(image)) {
            source.copy(index, into, offset);
        } else {
            Frame frame = frame();
            settle(frame);
            write(frame, index, room(), into, offset);
        }
    }

    Frame frame() {
        return new Frame(augmentation.erasures());
    }

    /** @return room for one image where the source cannot give parts of one, for one thread; else null */
    float[] room() {
        return source instanceof Elements ? null : new float[image.elements()];
    }

    void decide(Frame frame, long key, int sample) {
        frame.begin(image.size(1), image.size(2));
        augmentation.decide(frame, key, sample);
    }

    void settle(Frame frame) {
        frame.begin(image.size(1), image.size(2));
        augmentation.settle(frame);
    }

    void write(Frame frame, int index, float[] room, float[] into, int offset) {
        if (source instanceof Elements elements) {
            frame.copy(elements, index, image.size(0), image.size(1), image.size(2), into, offset);
        } else {
            source.copy(index, room, 0);
            frame.copy(new FloatSamples(room, 1, image), 0, image.size(0), image.size(1), image.size(2), into, offset);
        }
    }
}
