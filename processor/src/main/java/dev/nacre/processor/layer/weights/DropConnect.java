package dev.nacre.processor.layer.weights;

import com.google.auto.service.AutoService;
import dev.nacre.processor.layer.Options;
import dev.nacre.processor.layer.Range;
import dev.nacre.processor.model.Message;
import dev.nacre.processor.model.NoiseMessages;
import dev.nacre.processor.model.Operand;
import java.util.Map;
import java.util.Optional;

/** Weights that are dropped at random. */
@AutoService(WeightRule.class)
public final class DropConnect implements WeightRule {
    /** Fixed numbers of so many samples still fit a workspace. */
    private static final int MOST_SAMPLES = 1_000_000;

    @Override
    public String name() {
        return "DropConnect";
    }

    @Override
    public Kind kind() {
        return Kind.CONNECTIONS;
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of(
                "value",
                Range.between(0, 1, "the probability of dropping a weight"),
                "samples",
                Range.between(1, MOST_SAMPLES, "the number of samples"));
    }

    @Override
    public Optional<Message> contradiction(String annotation, Options options) {
        return matchesMoments(options) && (float) options.number("value") == 1
                ? Optional.of(NoiseMessages.momentsOfNothing(annotation))
                : Optional.empty();
    }

    @Override
    public int axes() {
        return 2;
    }

    @Override
    public Optional<Operand.Connections> connections(String weight, Options options) {
        return Optional.of(new Operand.Connections(
                weight,
                options.number("value"),
                options.text("masks").equals("PER_SAMPLE"),
                matchesMoments(options) ? options.integer("samples") : 0));
    }

    private static boolean matchesMoments(Options options) {
        return options.text("evaluation").equals("MOMENT_MATCHING");
    }
}
