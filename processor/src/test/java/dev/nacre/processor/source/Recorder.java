package dev.nacre.processor.source;

import dev.nacre.processor.Backend;
import dev.nacre.processor.GeneratedFile;
import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A back end that keeps what it is given and writes an empty class with a plan for each network. */
final class Recorder implements Backend {
    final Map<String, Declarations.Network> networks = new LinkedHashMap<>();
    final Map<String, Optional<Declarations.Network>> lookedUp = new TreeMap<>();
    final List<String> toLookUp = new ArrayList<>();
    BiConsumer<Declarations.Network, Consumer<Problem>> check = (network, problems) -> {};

    @Override
    public List<GeneratedFile> process(
            Declarations.Network network,
            Function<String, Optional<Declarations.Network>> others,
            Consumer<Problem> problems) {
        networks.put(network.qualifiedName(), network);
        toLookUp.forEach(name -> lookedUp.put(name, others.apply(name)));
        check.accept(network, problems);
        String header = network.packageName().isEmpty() ? "" : "package " + network.packageName() + ";\n";
        String name = network.baseName() + "Network";
        String plan = "@dev.nacre.annotations.Plan(version = 1, inputs = {\"x:4\"}, outputs = \"y:10\","
                + " parameters = 50L, multiplyAdds = 40L)\n";
        String qualifiedName = header.isEmpty() ? name : network.packageName() + "." + name;
        return List.of(new GeneratedFile(qualifiedName, header + plan + "final class " + name + " {}\n"));
    }

    Declarations.Network network(String name) {
        Declarations.Network network = networks.get(name);
        if (network == null) {
            throw new AssertionError("no network " + name + " among " + networks.keySet());
        }
        return network;
    }

    Declarations.Block block(String network, String name) {
        return network(network).blocks().stream()
                .filter(block -> block.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no block " + name));
    }

    /** @return the stack on a type, as {@code Dense(256) ReLU}: names with the values of the written options */
    String stack(String network) {
        return text(network(network).stack());
    }

    static String text(List<Declarations.Layer> stack) {
        return stack.stream().map(Recorder::text).collect(Collectors.joining(" "));
    }

    private static String text(Declarations.Layer layer) {
        String options = layer.written().stream()
                .map(name -> layer.options().get(name).toString())
                .collect(Collectors.joining(", "));
        return options.isEmpty() ? layer.name() : layer.name() + "(" + options + ")";
    }
}
