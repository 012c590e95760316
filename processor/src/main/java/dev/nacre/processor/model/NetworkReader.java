package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import dev.nacre.processor.layer.LossLayer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns declarations into a draft: names resolved, stacks read, everything checked that needs no shape. */
final class NetworkReader {
    /** What the input of a type stack is called. */
    static final String INPUT = "input";

    private final Declarations.Network network;
    private final Reporter reporter;
    private final StackReader stacks;
    private final InputReader inputs;
    private final Map<String, Draft.Label> labels = new LinkedHashMap<>();

    NetworkReader(Declarations.Network network, UsedReader used, Reporter reporter) {
        this.network = network;
        this.reporter = reporter;
        this.stacks = new StackReader(used, reporter);
        this.inputs = new InputReader(stacks, reporter);
    }

    Draft read() {
        List<Draft.Block> blocks = network.blocks().isEmpty() ? typeStack() : methods();
        if (!blocks.isEmpty() && blocks.stream().allMatch(block -> block.sound() && block.isLoss())) {
            reporter.error(network.position(), Messages.onlyLosses(name()));
        }
        new LossArguments(reporter).names(blocks, inputs.inputs().size(), !labels.isEmpty());
        return RecordBlocks.insert(new Draft(inputs.inputs(), labels, blocks), network.position());
    }

    private String name() {
        return network.simpleNames().get(network.simpleNames().size() - 1);
    }

    // A stack on the type: one anonymous block, two with a loss at the end.

    private List<Draft.Block> typeStack() {
        if (network.stack().isEmpty()) {
            reporter.error(network.position(), Messages.noBlocks(name()));
            return List.of();
        }
        StackReader.Read read = stacks.read(network.stack(), Treatment.NONE);
        boolean sound = read.sound();
        if (network.input().isEmpty()) {
            reporter.error(network.position(), Messages.stackWithoutInput(name()));
            sound = false;
        } else {
            Declarations.Input in = network.input().get();
            inputs.read(INPUT, Declarations.SimpleType.TENSOR, in, in.position());
        }
        if (read.layers().isEmpty()) {
            if (sound) {
                reporter.error(network.position(), Messages.noBlocks(name()));
            }
            return List.of();
        }
        List<Placed> layers = new ArrayList<>(StackReader.named(read.layers(), "", false));
        StackRules rules = new StackRules(reporter);
        sound &= rules.order(layers, name(), 1);
        List<Placed> loss = List.of();
        Placed last = layers.get(layers.size() - 1);
        if (last.role() == Layer.Role.LOSS) {
            loss = List.of(layers.remove(layers.size() - 1));
        }
        List<Draft.Block> blocks = new ArrayList<>();
        if (!layers.isEmpty()) {
            blocks.add(anonymous("output", layers, List.of(value(INPUT)), sound));
        }
        if (!loss.isEmpty()) {
            sound &= new LossArguments(reporter).ofStack(last);
            List<Draft.Argument> arguments = new ArrayList<>();
            arguments.add(value(layers.isEmpty() ? INPUT : "output"));
            ((LossLayer) last.layer()).labels().stream().findFirst().ifPresent(kind -> {
                Declarations.Type type =
                        kind.isIndex() ? Declarations.SimpleType.LABEL : Declarations.SimpleType.TARGET;
                String label = kind.isIndex() ? "label" : "target";
                labels.put(label, new Draft.Label(label, type));
                arguments.add(new Draft.Argument(label, type, true, List.of(), network.position()));
            });
            blocks.add(anonymous("loss", loss, arguments, sound));
        }
        return blocks;
    }

    private Draft.Argument value(String name) {
        return new Draft.Argument(name, Declarations.SimpleType.TENSOR, false, List.of(), network.position());
    }

    private Draft.Block anonymous(String name, List<Placed> stack, List<Draft.Argument> arguments, boolean sound) {
        return new Draft.Block(
                name, "", Optional.empty(), stack, arguments, network.suppressed(), network.position(), sound);
    }

    // Block methods.

    private List<Draft.Block> methods() {
        Treatment treatment = aboveMethods();
        List<Draft.Block> blocks = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<Declarations.Block> distinct = new ArrayList<>();
        for (Declarations.Block block : network.blocks()) {
            if (names.add(block.name())) {
                distinct.add(block);
            } else {
                reporter.error(block.position(), Messages.duplicateBlock(block.name()));
            }
        }
        readInputs(distinct);
        BlockReader reader = new BlockReader(network, stacks, inputs, labels, reporter);
        ArgumentRules rules = new ArgumentRules(distinct, network.methodNames(), inputs, reporter);
        for (Declarations.Block block : distinct) {
            blocks.add(reader.read(block, treatment, rules));
        }
        return blocks;
    }

    private Treatment aboveMethods() {
        List<Declarations.Layer> forWeights = new ArrayList<>();
        for (Declarations.Layer layer : network.stack()) {
            if (WeightRuleReader.reads(layer)) {
                forWeights.add(layer);
            } else {
                reporter.error(layer.position(), Messages.layersBesideBlocks("@" + Placed.described(layer)));
            }
        }
        return stacks.read(forWeights, Treatment.NONE).below();
    }

    private void readInputs(List<Declarations.Block> blocks) {
        network.input().ifPresent(in -> inputOfType(blocks, in));
        for (Declarations.Block block : blocks) {
            for (Declarations.Argument argument : block.arguments()) {
                if (argument.input().isPresent() && ArgumentRules.isValue(argument.type())) {
                    inputs.read(
                            argument.name(), argument.type(), argument.input().get(), argument.position());
                } else if (argument.input().isPresent() && block.result() != Declarations.SimpleType.LOSS) {
                    inputs.fail(argument.name(), argument.type());
                }
            }
        }
    }

    /** The {@code @In} of the type is that of the one name that is read and that nothing declares. */
    private void inputOfType(List<Declarations.Block> blocks, Declarations.Input in) {
        Set<String> declared = new HashSet<>();
        Map<String, Declarations.Argument> open = new LinkedHashMap<>();
        for (Declarations.Block block : blocks) {
            declared.add(block.name());
            for (Declarations.Argument argument : block.arguments()) {
                if (argument.input().isPresent()) {
                    declared.add(argument.name());
                } else if (ArgumentRules.isValue(argument.type())) {
                    open.putIfAbsent(argument.name(), argument);
                }
            }
        }
        open.keySet().removeAll(declared);
        if (open.size() == 1) {
            Declarations.Argument input = open.values().iterator().next();
            inputs.read(input.name(), input.type(), in, in.position());
            return;
        }
        reporter.error(in.position(), NetworkMessages.inputOfType(List.copyOf(open.keySet())));
        // What is wrong with these names is told.
        open.values().forEach(argument -> inputs.fail(argument.name(), argument.type()));
    }
}
