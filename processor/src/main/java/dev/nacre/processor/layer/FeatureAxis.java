package dev.nacre.processor.layer;

import dev.nacre.processor.model.Shape;

/**
 * A sample split at its first axis, which normalisations take for features or channels.
 *
 * @param features the size of the first axis
 * @param inner the number of elements behind each feature
 */
record FeatureAxis(int features, int inner) {
    static FeatureAxis of(Shape shape) {
        return new FeatureAxis(shape.first(), shape.elements() / shape.first());
    }
}
