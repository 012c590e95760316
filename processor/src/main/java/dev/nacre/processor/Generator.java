package dev.nacre.processor;

import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.ModelBuilder;
import dev.nacre.processor.model.Problem;
import dev.nacre.processor.model.UseOrder;
import dev.nacre.processor.plan.Planner;
import dev.nacre.processor.plan.PredictorPlanner;
import dev.nacre.processor.write.SourceWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The way of the data: declaration, graph, plan, source. */
final class Generator implements Backend {
    /** A circle of networks is found from each of them, and reported once. */
    private final Set<Problem> circles = new HashSet<>();

    @Override
    public List<GeneratedFile> process(
            Declarations.Network network,
            Function<String, Optional<Declarations.Network>> others,
            Consumer<Problem> problems) {
        Map<String, Declarations.Network> needed = new TreeMap<>();
        collect(network, others, needed);
        List<Declarations.Network> sorted = UseOrder.sort(needed.values(), circle -> {
            if (circles.add(circle)) {
                problems.accept(circle);
            }
        });
        Map<String, Graph> graphs = new HashMap<>();
        for (Declarations.Network each : sorted) {
            // The problems of a used network are reported when it is generated itself.
            Consumer<Problem> listener = each == network ? problems : problem -> {};
            ModelBuilder.build(each, name -> Optional.ofNullable(graphs.get(name)), listener)
                    .ifPresent(graph -> graphs.put(each.qualifiedName(), graph));
        }
        Graph graph = graphs.get(network.qualifiedName());
        if (graph == null) {
            return List.of();
        }
        return SourceWriter.write(Planner.plan(graph), PredictorPlanner.plan(graph)).entrySet().stream()
                .map(source -> new GeneratedFile(source.getKey(), source.getValue()))
                .toList();
    }

    private static void collect(
            Declarations.Network network,
            Function<String, Optional<Declarations.Network>> others,
            Map<String, Declarations.Network> needed) {
        if (needed.putIfAbsent(network.qualifiedName(), network) == null) {
            for (Declarations.UsedType used : UseOrder.uses(network)) {
                others.apply(used.qualifiedName()).ifPresent(other -> collect(other, others, needed));
            }
        }
    }
}
