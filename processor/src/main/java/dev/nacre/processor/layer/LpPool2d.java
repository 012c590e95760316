package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;

/** The norm under a kernel that slides over images. */
@AutoService(Layer.class)
public final class LpPool2d extends PoolingLayer.Norm {
    /** Found as a service. */
    public LpPool2d() {
        super(2);
    }

    @Override
    public String name() {
        return "LpPool2d";
    }
}
