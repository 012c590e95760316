package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;

/** The largest element under a kernel that slides over positions. */
@AutoService(Layer.class)
public final class MaxPool1d extends PoolingLayer.Maximum {
    /** Found as a service. */
    public MaxPool1d() {
        super(1);
    }

    @Override
    public String name() {
        return "MaxPool1d";
    }
}
