package dev.nacre.processor.layer.weights;

import com.google.auto.service.AutoService;
import dev.nacre.processor.layer.Options;
import dev.nacre.processor.model.ParameterSpec;
import java.util.Optional;

/** What the layer itself begins with. */
@AutoService(WeightRule.class)
public final class PyTorchDefault implements WeightRule {
    @Override
    public String name() {
        return "PyTorchDefault";
    }

    @Override
    public Kind kind() {
        return Kind.INITIALISER;
    }

    @Override
    public Optional<ParameterSpec.Initialiser> initialiser(Options options) {
        return Optional.empty();
    }
}
