package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;

/** A convolution along one axis. */
@AutoService(Layer.class)
public final class Conv1d extends ConvolutionLayer.Forward {
    /** Found as a service. */
    public Conv1d() {
        super(1);
    }

    @Override
    public String name() {
        return "Conv1d";
    }
}
