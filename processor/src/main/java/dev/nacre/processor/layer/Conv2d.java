package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;

/** A convolution of images. */
@AutoService(Layer.class)
public final class Conv2d extends ConvolutionLayer.Forward {
    /** Found as a service. */
    public Conv2d() {
        super(2);
    }

    @Override
    public String name() {
        return "Conv2d";
    }
}
