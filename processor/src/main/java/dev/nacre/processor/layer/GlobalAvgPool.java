package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;

/** The mean of each channel. */
@AutoService(Layer.class)
public final class GlobalAvgPool extends GlobalPool.Mean {
    @Override
    public String name() {
        return "GlobalAvgPool";
    }
}
