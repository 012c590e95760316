package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.DropoutMessages;
import dev.nacre.processor.model.Noise;
import dev.nacre.processor.model.Shape;
import java.util.Optional;

/** Dropout of whole channels that keeps mean 0 and variance 1. */
@AutoService(Layer.class)
public final class FeatureAlphaDropout extends DroppingLayer {
    @Override
    public String name() {
        return "FeatureAlphaDropout";
    }

    @Override
    String dropped() {
        return "a channel";
    }

    @Override
    public Optional<Shape> shape(Site site) {
        if (site.input().rank() == 1) {
            site.report("", DropoutMessages.noChannels(name(), "AlphaDropout", site.input()));
            return Optional.empty();
        }
        return Optional.of(site.input());
    }

    @Override
    public void emit(Emission emission) {
        Noise noise = Noise.ofChannels(emission.input().shape());
        emit(emission, noise, "alphaDropout", "alphaDropoutGradient", "featureAlphaDropout");
    }
}
