package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;

/** The mean under a kernel that slides over positions. */
@AutoService(Layer.class)
public final class AvgPool1d extends PoolingLayer.Mean {
    /** Found as a service. */
    public AvgPool1d() {
        super(1);
    }

    @Override
    public String name() {
        return "AvgPool1d";
    }
}
