package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;

/** The logistic function: {@code y = 1 / (1 + exp(-x))}. */
@AutoService(Layer.class)
public final class Sigmoid extends ActivationLayer {
    @Override
    public String name() {
        return "Sigmoid";
    }

    @Override
    public void emit(Emission emission) {
        String y = emission.output().name();
        Elementwise.emit(
                emission,
                new Operand.Function("SIGMOID"),
                false,
                "sigmoid(" + emission.input().name() + ")",
                " " + y + " (1 - " + y + ")");
    }
}
