package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;

/** The mean under a kernel that slides over images. */
@AutoService(Layer.class)
public final class AvgPool2d extends PoolingLayer.Mean {
    /** Found as a service. */
    public AvgPool2d() {
        super(2);
    }

    @Override
    public String name() {
        return "AvgPool2d";
    }
}
