package dev.nacre.processor.model;

import java.util.List;

/** How large a network can be before the class that is generated from it is none that Java allows. */
final class Limits {
    /** A method takes up to 255 parameters, and generated ones have a few of their own. */
    private static final int MOST_ENDS = 200;

    /** A class file has up to 65,535 constants. */
    private static final int MOST_LAYERS = 4000;

    private Limits() {}

    static void check(Declarations.Network network, Draft draft, int outputs, Reporter reporter) {
        String name = network.simpleNames().get(network.simpleNames().size() - 1);
        int ends = draft.inputs().size() + draft.labels().size() + outputs;
        if (ends > MOST_ENDS) {
            reporter.error(network.position(), NetworkMessages.tooManyEnds(name, ends, MOST_ENDS));
        }
        int layers = draft.blocks().stream().mapToInt(Limits::layers).sum();
        if (layers > MOST_LAYERS) {
            reporter.error(network.position(), NetworkMessages.tooManyLayers(name, layers, MOST_LAYERS));
        }
    }

    private static int layers(Draft.Block block) {
        List<Draft.Argument> arguments = block.arguments();
        return block.stack().size()
                + arguments.stream()
                        .mapToInt(argument -> argument.stack().size())
                        .sum();
    }
}
