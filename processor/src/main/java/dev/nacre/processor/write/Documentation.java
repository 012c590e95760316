package dev.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import dev.nacre.processor.plan.NetworkPlan;
import java.util.Locale;
import java.util.stream.Collectors;

/** The Javadoc of a generated network: the table of blocks, the totals, the diagram. */
final class Documentation {
    private Documentation() {}

    static CodeBlock network(NetworkPlan plan) {
        CodeBlock.Builder doc = CodeBlock.builder();
        doc.add(
                "The network that {@link $T} declares.\n\n",
                Names.declared(plan.graph().declaration()));
        doc.add("<table>\n  <caption>Blocks</caption>\n");
        doc.add("  <tr><th>block</th><th>layers</th><th>in</th><th>out</th><th>parameters</th>"
                + "<th>multiply-adds</th></tr>\n");
        for (Graph.Block block : plan.graph().blocks()) {
            doc.add(
                    "  $L\n",
                    String.format(
                            Locale.ROOT,
                            "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%,d</td><td>%,d</td></tr>",
                            block.name(),
                            html(String.join(", ", block.layers())),
                            block.inputs().stream()
                                    .map(Documentation::described)
                                    .collect(Collectors.joining(", ")),
                            block.output()
                                    .map(value -> value.shape().toString())
                                    .orElse("loss"),
                            learned(block),
                            block.multiplyAdds()));
        }
        doc.add("</table>\n\n");
        doc.add(
                "<p>$L\n\n",
                String.format(
                        Locale.ROOT,
                        "%,d parameters; %,d multiply-adds for one sample forward.",
                        plan.cost().parameters(),
                        plan.cost().multiplyAdds()));
        doc.add("<pre class=\"mermaid\">\n$L</pre>\n", diagram(plan.graph()));
        return doc.build();
    }

    private static long learned(Graph.Block block) {
        return block.parameters().stream()
                .filter(parameter -> parameter.learned())
                .mapToLong(parameter -> parameter.elements())
                .sum();
    }

    /** @return {@code image 1x28x28}; the type of a label */
    static String described(Value value) {
        return value.kind() == Value.Kind.LABEL ? value.name() : value.name() + " " + value.shape();
    }

    private static String diagram(Graph graph) {
        StringBuilder diagram = new StringBuilder("flowchart LR\n");
        graph.inputs().forEach(input -> node(diagram, input.value().name(), "([", described(input.value()), "])"));
        graph.labels()
                .forEach(label ->
                        node(diagram, label.value().name(), "([", label.value().name(), "])"));
        for (Graph.Block block : graph.blocks()) {
            String text = block.name() + ": " + String.join(", ", block.layers());
            node(diagram, block.name(), "[", text, "]");
            for (Value input : block.inputs()) {
                diagram.append("  ")
                        .append(nodeId(input.name()))
                        .append(" -->|")
                        .append(input.kind() == Value.Kind.LABEL ? "index" : input.shape())
                        .append("| ")
                        .append(nodeId(block.name()))
                        .append('\n');
            }
        }
        return diagram.toString();
    }

    private static void node(StringBuilder diagram, String name, String open, String text, String close) {
        diagram.append("  ")
                .append(nodeId(name))
                .append(open)
                .append('"')
                .append(html(text.replace('"', '\'')))
                .append('"')
                .append(close)
                .append('\n');
    }

    /** "end" and others are words of Mermaid. */
    private static String nodeId(String name) {
        return name.replace(" ", "__") + "_";
    }

    static String html(String text) {
        return safe(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;");
    }

    /** User text in a comment can neither end it nor be read as an escape. */
    static String safe(String text) {
        return text.replace("\\", "\\\\").replace("*/", "* /").replaceAll("\\p{Cntrl}", " ");
    }

    /** @return (batch, 1, 28, 28) */
    static String batched(Shape shape) {
        return "(batch, " + shape.sizes().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
    }
}
