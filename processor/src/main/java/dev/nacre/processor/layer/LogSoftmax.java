package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;

/** The logarithm of the softmax of an axis. */
@AutoService(Layer.class)
public final class LogSoftmax extends NormalisingLayer {
    @Override
    public String name() {
        return "LogSoftmax";
    }

    @Override
    public void emit(Emission emission) {
        String y = emission.output().name();
        emit(emission, "logSoftmax", false, "d(" + y + ") - exp(" + y + ") Σ d(" + y + ")");
    }
}
