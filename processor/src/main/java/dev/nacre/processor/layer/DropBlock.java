package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.DropoutMessages;
import dev.nacre.processor.model.Noise;
import dev.nacre.processor.model.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Dropout of contiguous squares, channel by channel. */
@AutoService(Layer.class)
public final class DropBlock extends DroppingLayer {
    private static final String BLOCK = "blockSize";

    @Override
    public String name() {
        return "DropBlock";
    }

    @Override
    public Map<String, Range> ranges() {
        Map<String, Range> ranges = new TreeMap<>(super.ranges());
        ranges.put(BLOCK, Range.atLeast(1, "the side of a square"));
        return ranges;
    }

    @Override
    public Optional<Shape> shape(Site site) {
        Shape in = site.input();
        int block = site.options().integer(BLOCK);
        if (in.rank() != 3) {
            site.report("", DropoutMessages.noMaps(in));
            return Optional.empty();
        }
        if (block > Math.min(in.sizes().get(1), in.sizes().get(2))) {
            site.report(BLOCK, DropoutMessages.blockTooLarge(block, in));
            return Optional.empty();
        }
        return Optional.of(in);
    }

    @Override
    public void emit(Emission emission) {
        Shape in = emission.input().shape();
        Noise noise = new Noise(in, in.sizes(), false, emission.options().integer(BLOCK));
        emit(emission, noise, "dropBlock", "dropBlock", "dropBlock");
    }
}
