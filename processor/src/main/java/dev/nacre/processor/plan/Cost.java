package dev.nacre.processor.plan;

import dev.nacre.processor.model.Graph;

/**
 * What a network costs.
 *
 * @param parameters the number of elements that are learned, those of used networks included
 * @param multiplyAdds of one sample, forward
 */
public record Cost(long parameters, long multiplyAdds) {
    static Cost of(Graph graph) {
        long parameters = graph.parameters().stream()
                        .filter(parameter -> parameter.learned())
                        .mapToLong(parameter -> parameter.elements())
                        .sum()
                + graph.used().stream()
                        .filter(used -> used.first())
                        .mapToLong(used -> used.parameters())
                        .sum();
        long multiplyAdds =
                graph.blocks().stream().mapToLong(Graph.Block::multiplyAdds).sum();
        return new Cost(parameters, multiplyAdds);
    }
}
