package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;

/** The largest element of each of a given number of positions. */
@AutoService(Layer.class)
public final class AdaptiveMaxPool2d extends AdaptivePool.Maximum {
    /** Found as a service. */
    public AdaptiveMaxPool2d() {
        super(2);
    }

    @Override
    public String name() {
        return "AdaptiveMaxPool2d";
    }
}
