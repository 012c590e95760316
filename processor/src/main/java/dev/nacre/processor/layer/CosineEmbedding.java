package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.LabelKind;
import dev.nacre.processor.model.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings the directions of two embeddings together or apart. */
@AutoService(Layer.class)
public final class CosineEmbedding implements LossLayer {
    @Override
    public String name() {
        return "CosineEmbedding";
    }

    @Override
    public List<LabelKind> labels() {
        return List.of(LabelKind.SIGN);
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
        return Map.of("margin", Range.between(-1, 1, "the cosine that embeddings apart may have"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return LossShapes.isEither(site, name()) ? EqualShapes.of(site, name()) : Optional.empty();
    }

    @Override
    public void emit(Emission emission) {
        EmbeddingLoss.emit(
                emission,
                "cosineEmbedding",
                (a, b, target) ->
                        target + " > 0 ? 1 - cos(" + a + ", " + b + ") : max(0, cos(" + a + ", " + b + ") - margin)");
    }
}
