package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a build of a network, and of the networks that it uses, came to. */
final class Built {
    private final Map<String, Graph> graphs = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private Optional<Graph> last = Optional.empty();

    /** Builds one network. */
    static Built of(String text) {
        return new Built().and("Net", text);
    }

    /** Builds another one, which may use those before it. */
    Built and(String name, String text) {
        return and(name, text, Map.of());
    }

    Built and(String name, String text, Map<String, Declarations.UsedType> used) {
        return and(Declared.network(name, text, used));
    }

    Built and(Declarations.Network network) {
        last = ModelBuilder.build(network, qualified -> Optional.ofNullable(graphs.get(qualified)), problems::add);
        last.ifPresent(graph -> graphs.put(network.qualifiedName(), graph));
        return this;
    }

    /** @return the last graph; all builds must have gone well, whatever they warned of */
    Graph graph() {
        assertEquals(
                List.of(),
                problems.stream()
                        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                        .toList());
        return last.orElseThrow();
    }

    Map<String, Graph> graphs() {
        return graphs;
    }

    boolean failed() {
        return last.isEmpty();
    }

    /** @return each problem as {@code severity place: text} */
    List<String> texts() {
        return problems.stream()
                .map(problem -> problem.severity() + " " + problem.position() + ": " + problem.text())
                .toList();
    }
}
