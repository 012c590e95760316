package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;

/** The largest element under a kernel that slides over images. */
@AutoService(Layer.class)
public final class MaxPool2d extends PoolingLayer.Maximum {
    /** Found as a service. */
    public MaxPool2d() {
        super(2);
    }

    @Override
    public String name() {
        return "MaxPool2d";
    }
}
