package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;

/** The norm under a kernel that slides over positions. */
@AutoService(Layer.class)
public final class LpPool1d extends PoolingLayer.Norm {
    /** Found as a service. */
    public LpPool1d() {
        super(1);
    }

    @Override
    public String name() {
        return "LpPool1d";
    }
}
