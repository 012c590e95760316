package dev.nacre.network;

import dev.nacre.kernel.Chance;
import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The dropout layers of a network by name, its own in forward order and then those of the networks that it uses: all that drops
 * values or weights or adds noise. A layer is called {@code hidden1.dropout}, by its block and its annotation; the second one of a
 * block {@code hidden1.dropout2}; dropped weights {@code hidden1.dropConnect}; noise {@code hidden1.gaussianDropout} or {@code
 * hidden1.gaussianNoise}; one of a used network {@code encoded.inner.dropout}, and {@code encoded.2.inner.dropout} where it is used several times in a row. Wherever a name is
 * asked for, a beginning of it does that no other layer's has: {@code hidden1}.
 */
public final class DropoutLayers {
    /** Those of a network without dropout. */
    static final DropoutLayers NONE = new DropoutLayers(new RunState(0));

    private final RunState run;
    private final List<DropoutState> own = new ArrayList<>();
    private final Map<String, DropoutLayer> layers = new LinkedHashMap<>();

    DropoutLayers(RunState run) {
        this.run = run;
    }

    void add(String name, Chance chance, Shape sample, int rows, boolean perBatch) {
        DropoutState state = new DropoutState(run, chance, sample, rows, perBatch);
        own.add(state);
        layers.put(name, new DropoutLayer(name, state));
    }

    void add(String prefix, DropoutLayers used) {
        used.layers.forEach((name, layer) -> layers.put(prefix + "." + name, layer.named(prefix + "." + name)));
    }

    /** Called at the start of a run of the network itself. */
    void begin(int batch, boolean drops) {
        for (int i = 0; i < own.size(); i++) {
            own.get(i).require(batch, drops);
        }
        for (int i = 0; i < own.size(); i++) {
            own.get(i).begin(batch);
        }
    }

    /** Called when a mask or noise has been drawn: what was set by hand takes its place. */
    void force(Chance drawn) {
        for (int i = 0; i < own.size(); i++) {
            own.get(i).force(drawn);
        }
    }

    boolean isEmpty() {
        return layers.isEmpty();
    }

    /** @return the names; the list cannot be changed */
    public List<String> names() {
        return List.copyOf(layers.keySet());
    }

    /** @return the layers; the list cannot be changed */
    public List<DropoutLayer> list() {
        return List.copyOf(layers.values());
    }

    /**
     * @param name a layer's name, or a beginning of it up to a dot that no other layer's name has
     * @return the layer
     * @throws IllegalArgumentException if there is no such layer, or more than one
     */
    public DropoutLayer get(String name) {
        DropoutLayer exact = layers.get(name);
        if (exact != null) {
            return exact;
        }
        List<String> found = layers.keySet().stream()
                .filter(known -> known.startsWith(name + "."))
                .toList();
        if (found.size() == 1) {
            return layers.get(found.get(0));
        }
        if (layers.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no dropout layer \"" + name + "\": this network has no dropout");
        }
        throw new IllegalArgumentException(
                found.isEmpty()
                        ? "there is no dropout layer \"" + name + "\": those of this network are "
                                + String.join(", ", layers.keySet())
                        : "\"" + name + "\" has several dropout layers: say which of " + String.join(", ", found));
    }

    Map<String, Tensor> masks(long step) {
        if (layers.isEmpty()) {
            return masks(step, 1);
        }
        if (run.begun() == 0) {
            throw new IllegalStateException(
                    "masks(step) are for as many samples as the last run had, but nothing has run: call forward(...) or"
                            + " loss(...) first, or give the number, masks(step, batch)");
        }
        return masks(step, run.begun());
    }

    Map<String, Tensor> masks(long step, int batch) {
        if (step < 1 || batch < 1) {
            throw new IllegalArgumentException("there are no masks of step " + step + " for " + batch
                    + " samples: steps count from 1, and so do samples");
        }
        Map<String, Tensor> masks = new LinkedHashMap<>();
        layers.forEach((name, layer) -> masks.put(name, layer.mask(step, batch)));
        return Collections.unmodifiableMap(masks);
    }

    void clear() {
        layers.values().forEach(DropoutLayer::clearMask);
    }

    /** @return by its name, the p of each layer whose p is not the declared one; the map cannot be changed */
    public Map<String, Double> changed() {
        Map<String, Double> changed = new LinkedHashMap<>();
        layers.forEach((name, layer) -> {
            if (layer.p() != layer.declaredP()) {
                changed.put(name, layer.p());
            }
        });
        return Collections.unmodifiableMap(changed);
    }
}
