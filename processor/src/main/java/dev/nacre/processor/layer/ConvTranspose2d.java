package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;

/** A transposed convolution of images. */
@AutoService(Layer.class)
public final class ConvTranspose2d extends ConvolutionLayer.Transposed {
    /** Found as a service. */
    public ConvTranspose2d() {
        super(2);
    }

    @Override
    public String name() {
        return "ConvTranspose2d";
    }
}
