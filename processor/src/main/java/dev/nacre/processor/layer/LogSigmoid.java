package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;

/** The logarithm of the {@link Sigmoid}, without its underflow: {@code y = -log(1 + exp(-x))}. */
@AutoService(Layer.class)
public final class LogSigmoid extends ActivationLayer {
    @Override
    public String name() {
        return "LogSigmoid";
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        String y = emission.output().name();
        Elementwise.emit(
                emission,
                new Operand.Function("LOG_SIGMOID"),
                false,
                "log(sigmoid(" + x + "))",
                " (1 - exp(" + y + "))");
    }
}
