package dev.nacre.processor;

import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.ModelBuilder;
import dev.nacre.processor.model.Problem;
import dev.nacre.processor.plan.Planner;
import dev.nacre.processor.plan.PredictorPlanner;
import dev.nacre.processor.write.SourceWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The way of the data: declaration, graph, plan, source. */
final class Generator implements Backend {
    @Override
    public List<GeneratedFile> process(
            Declarations.Network network,
            Function<String, Optional<Declarations.Network>> others,
            Consumer<Problem> problems) {
        return ModelBuilder.build(network, name -> used(name, others), problems)
                .map(graph -> SourceWriter.write(Planner.plan(graph), PredictorPlanner.plan(graph)))
                .map(sources -> sources.entrySet().stream()
                        .map(source -> new GeneratedFile(source.getKey(), source.getValue()))
                        .toList())
                .orElse(List.of());
    }

    /** The problems of a used network are reported when it is generated itself. */
    private static Optional<Graph> used(String name, Function<String, Optional<Declarations.Network>> others) {
        return others.apply(name).flatMap(network -> ModelBuilder.build(network, inner -> used(inner, others), problem -> {}));
    }
}
