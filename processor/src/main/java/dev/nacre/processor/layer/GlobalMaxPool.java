package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;

/** The largest element of each channel. */
@AutoService(Layer.class)
public final class GlobalMaxPool extends GlobalPool.Maximum {
    @Override
    public String name() {
        return "GlobalMaxPool";
    }
}
