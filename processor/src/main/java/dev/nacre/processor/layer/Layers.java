package dev.nacre.processor.layer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** All layers there are, by name. */
public final class Layers {
    private static final Map<String, Layer> BY_NAME = load();

    private Layers() {}

    /** @return the layer of an annotation's simple name */
    public static Optional<Layer> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** @return the names of all layers of a role, sorted */
    public static List<String> names(Layer.Role role) {
        return BY_NAME.values().stream()
                .filter(layer -> layer.role() == role)
                .map(Layer::name)
                .toList();
    }

    private static Map<String, Layer> load() {
        Map<String, Layer> layers = new TreeMap<>();
        // The context class loader of a build tool does not see the processor path.
        for (Layer layer : ServiceLoader.load(Layer.class, Layer.class.getClassLoader())) {
            layers.put(layer.name(), layer);
        }
        return layers;
    }
}
