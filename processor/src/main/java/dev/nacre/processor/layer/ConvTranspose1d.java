package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;

/** A transposed convolution along one axis. */
@AutoService(Layer.class)
public final class ConvTranspose1d extends ConvolutionLayer.Transposed {
    /** Found as a service. */
    public ConvTranspose1d() {
        super(1);
    }

    @Override
    public String name() {
        return "ConvTranspose1d";
    }
}
