package dev.nacre.processor.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Sorts the networks of a compilation so that each comes after those it uses. */
public final class UseOrder {
    private final Map<String, Declarations.Network> networks = new TreeMap<>();
    private final Reporter reporter;
    private final List<Declarations.Network> sorted = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private final Set<String> circular = new HashSet<>();
    private final List<Declarations.Network> path = new ArrayList<>();

    private UseOrder(Collection<Declarations.Network> networks, Consumer<Problem> problems) {
        networks.forEach(network -> this.networks.put(network.qualifiedName(), network));
        this.reporter = new Reporter(problems);
    }

    /**
     * Sorts networks, otherwise by their qualified names.
     *
     * @param problems receives one error per circle, a network that uses itself left to {@link ModelBuilder}
     * @return the networks in the order to build them; those of a circle are left out
     */
    public static List<Declarations.Network> sort(
            Collection<Declarations.Network> networks, Consumer<Problem> problems) {
        UseOrder order = new UseOrder(networks, problems);
        order.networks.values().forEach(order::visit);
        return order.sorted.stream()
                .filter(network -> !order.circular.contains(network.qualifiedName()))
                .toList();
    }

    private void visit(Declarations.Network network) {
        if (done.contains(network.qualifiedName())) {
            return;
        }
        path.add(network);
        layers(network).forEach(use -> follow(network, use));
        path.remove(path.size() - 1);
        done.add(network.qualifiedName());
        sorted.add(network);
    }

    private void follow(Declarations.Network user, Declarations.Layer use) {
        Declarations.UsedType type = (Declarations.UsedType) use.options().get("value");
        Declarations.Network used = networks.get(type.qualifiedName());
        if (used == null || type.compiled().isPresent() || used == user) {
            return;
        }
        int start = path.indexOf(used);
        if (start < 0) {
            visit(used);
            return;
        }
        List<Declarations.Network> circle = path.subList(start, path.size());
        if (circle.stream().map(Declarations.Network::qualifiedName).noneMatch(circular::contains)) {
            List<String> names = new ArrayList<>();
            circle.forEach(network -> names.add(simpleName(network)));
            names.add(simpleName(used));
            reporter.error(use.position().option("value"), Messages.usedCycle(names));
        }
        circle.forEach(network -> circular.add(network.qualifiedName()));
    }

    private static String simpleName(Declarations.Network network) {
        return network.simpleNames().get(network.simpleNames().size() - 1);
    }

    /** @return the types that a network uses, in source order */
    public static List<Declarations.UsedType> uses(Declarations.Network network) {
        return layers(network)
                .map(use -> (Declarations.UsedType) use.options().get("value"))
                .toList();
    }

    private static Stream<Declarations.Layer> layers(Declarations.Network network) {
        Stream<Declarations.Layer> blocks = network.blocks().stream()
                .flatMap(block -> Stream.concat(
                        block.stack().stream(),
                        block.arguments().stream().flatMap(argument -> argument.stack().stream())));
        return Stream.concat(network.stack().stream(), blocks)
                .filter(layer -> layer.name().equals("Use"));
    }
}
