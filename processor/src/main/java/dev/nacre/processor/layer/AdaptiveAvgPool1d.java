package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;

/** The mean of each of a given number of positions. */
@AutoService(Layer.class)
public final class AdaptiveAvgPool1d extends AdaptivePool.Mean {
    /** Found as a service. */
    public AdaptiveAvgPool1d() {
        super(1);
    }

    @Override
    public String name() {
        return "AdaptiveAvgPool1d";
    }
}
