package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.LabelKind;
import dev.nacre.processor.model.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings two embeddings together or a margin apart. */
@AutoService(Layer.class)
public final class Contrastive implements LossLayer {
    @Override
    public String name() {
        return "Contrastive";
    }

    @Override
    public List<LabelKind> labels() {
        return List.of(LabelKind.BINARY);
    }

    @Override
    public int predictions() {
        return 2;
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.EQUAL_INPUTS);
    }

    @Override
    public Map<String, Range> ownRanges() {
        return Map.of("margin", Range.above(0, "the distance that embeddings apart are to have"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return LossShapes.isEither(site, name()) ? EqualShapes.of(site, name()) : Optional.empty();
    }

    @Override
    public void emit(Emission emission) {
        EmbeddingLoss.emit(
                emission,
                "contrastive",
                (a, b, target) -> "½ ((1 - " + target + ") |" + a + " - " + b + "|² + " + target + " max(0, margin - |"
                        + a + " - " + b + "|)²)");
    }
}
