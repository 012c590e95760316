package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.DropoutMessages;
import dev.nacre.processor.model.Noise;
import dev.nacre.processor.model.Shape;
import java.util.Optional;

/** Inverted dropout of whole channels. */
@AutoService(Layer.class)
public final class SpatialDropout extends DroppingLayer {
    @Override
    public String name() {
        return "SpatialDropout";
    }

    @Override
    String dropped() {
        return "a channel";
    }

    @Override
    public Optional<Shape> shape(Site site) {
        if (site.input().rank() == 1) {
            site.report("", DropoutMessages.noChannels(name(), "Dropout", site.input()));
            return Optional.empty();
        }
        return Optional.of(site.input());
    }

    @Override
    public void emit(Emission emission) {
        emit(emission, Noise.ofChannels(emission.input().shape()), false, "spatialDropout", "");
    }
}
