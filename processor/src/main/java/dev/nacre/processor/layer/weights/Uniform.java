package dev.nacre.processor.layer.weights;

import com.google.auto.service.AutoService;
import dev.nacre.processor.layer.Options;
import dev.nacre.processor.layer.Range;
import dev.nacre.processor.model.Message;
import dev.nacre.processor.model.ParameterSpec;
import dev.nacre.processor.model.WeightMessages;
import java.util.Map;
import java.util.Optional;

/** U(low, high). */
@AutoService(WeightRule.class)
public final class Uniform implements WeightRule {
    @Override
    public String name() {
        return "Uniform";
    }

    @Override
    public Kind kind() {
        return Kind.INITIALISER;
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("low", Range.finite("the lower end"), "high", Range.finite("the upper end"));
    }

    @Override
    public Optional<Message> contradiction(String annotation, Options options) {
        return options.number("low") > options.number("high")
                ? Optional.of(WeightMessages.ends(annotation, options.number("low"), options.number("high")))
                : Optional.empty();
    }

    @Override
    public Optional<ParameterSpec.Initialiser> initialiser(Options options) {
        return Optional.of(new ParameterSpec.Uniform(options.number("low"), options.number("high")));
    }
}
