package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one block method: its stack, its arguments, its label, its result. */
final class BlockReader {
    /** A method that runs a block backward may take each argument and its gradient; Java allows 255 parameters. */
    private static final int MOST_ARGUMENTS = 100;

    private final Declarations.Network network;
    private final StackReader stacks;
    private final InputReader inputs;
    private final Map<String, Draft.Label> labels;
    private final Reporter reporter;
    private final StackRules stackRules;
    private final LossArguments lossArguments;

    BlockReader(
            Declarations.Network network,
            StackReader stacks,
            InputReader inputs,
            Map<String, Draft.Label> labels,
            Reporter reporter) {
        this.network = network;
        this.stacks = stacks;
        this.inputs = inputs;
        this.labels = labels;
        this.reporter = reporter;
        this.stackRules = new StackRules(reporter);
        this.lossArguments = new LossArguments(reporter);
    }

    Draft.Block read(Declarations.Block block, Treatment outer, ArgumentRules argumentRules) {
        StackReader.Read read = stacks.read(block.stack(), outer);
        boolean loss = block.result() == Declarations.SimpleType.LOSS
                || read.layers().stream().anyMatch(BlockReader::isLoss);
        boolean sound = name(block, loss);
        sound &= read.sound();
        List<Draft.Argument> arguments = new ArrayList<>();
        Optional<MistakenLabel> mistaken = MistakenLabel.of(block, read.layers(), argumentRules::isKnown);
        mistaken.ifPresent(found -> reporter.error(found.argument().position(), found.message()));
        sound &= mistaken.isEmpty();
        for (Declarations.Argument argument : block.arguments()) {
            if (mistaken.filter(found -> found.argument() == argument).isPresent()) {
                continue;
            }
            Optional<Draft.Argument> resolved = argument(argument, block.name(), loss, read, argumentRules);
            resolved.ifPresent(arguments::add);
            sound &= resolved.isPresent();
        }
        Draft.Block draft = new Draft.Block(
                block.name(),
                block.name(),
                Optional.of(block),
                read.layers(),
                arguments,
                union(network, block),
                block.position(),
                true);
        sound &= stack(block, draft, read.sound(), mistaken.isPresent());
        sound &= result(block, draft, read.sound());
        draft = LayerNames.in(draft);
        return sound ? draft : draft.unsound();
    }

    private static Set<String> union(Declarations.Network network, Declarations.Block block) {
        Set<String> all = new HashSet<>(network.suppressed());
        all.addAll(block.suppressed());
        return all;
    }

    private static boolean isLoss(Placed placed) {
        return placed.role() == Layer.Role.LOSS;
    }

    private boolean name(Declarations.Block block, boolean loss) {
        if (Names.reservedForBlock(block.name(), loss)) {
            reporter.error(block.position(), Messages.reservedName("a block", block.name()));
        }
        if (inputs.inputs().containsKey(block.name())) {
            reporter.error(block.position(), Messages.nameTwice(block.name(), "an input", "a block"));
            return false;
        }
        return true;
    }

    private Optional<Draft.Argument> argument(
            Declarations.Argument argument,
            String reader,
            boolean loss,
            StackReader.Read block,
            ArgumentRules argumentRules) {
        if (ArgumentRules.isLabel(argument.type())) {
            return label(argument, loss);
        }
        StackReader.Read edge = stacks.read(argument.stack(), block.below());
        boolean sound = edge.sound() & stackRules.edge(edge.layers(), argument.name());
        if (!ArgumentRules.isValue(argument.type())) {
            reporter.error(argument.position(), Messages.argumentType(argument.name(), argument.type()));
            return Optional.empty();
        }
        sound &= argumentRules.resolve(argument, reader);
        return sound
                ? Optional.of(
                        new Draft.Argument(argument.name(), argument.type(), false, edge.layers(), argument.position()))
                : Optional.empty();
    }

    private Optional<Draft.Argument> label(Declarations.Argument argument, boolean loss) {
        String name = argument.name();
        if (argument.input().isPresent() && !loss) {
            reporter.error(argument.position(), Messages.inputType(name, argument.type()));
            return Optional.empty();
        }
        boolean sound = true;
        if (argument.input().isPresent()) {
            reporter.error(argument.input().get().position(), decorated(argument, "@In"));
            sound = false;
        }
        if (!argument.stack().isEmpty()) {
            Declarations.Layer first = argument.stack().get(0);
            reporter.error(first.position(), decorated(argument, "@" + Placed.described(first)));
            sound = false;
        }
        Draft.Label known = labels.get(name);
        if (known == null) {
            if (Names.reservedForInput(name)) {
                reporter.error(argument.position(), Messages.reservedName("a label", name));
            }
            if (inputs.inputs().containsKey(name)) {
                reporter.error(argument.position(), Messages.nameTwice(name, "an input", "a label"));
            } else if (network.blocks().stream().anyMatch(block -> block.name().equals(name))) {
                reporter.error(argument.position(), Messages.nameTwice(name, "a block", "a label"));
            }
            if (argument.type() instanceof Declarations.EnumType type
                    && type.constants().isEmpty()) {
                reporter.error(argument.position(), Messages.enumEmpty(type));
                sound = false;
            }
            labels.put(name, new Draft.Label(name, argument.type()));
        } else if (!known.type().equals(argument.type())) {
            reporter.error(argument.position(), Messages.labelTypes(name, known.type(), argument.type()));
            sound = false;
        }
        return sound
                ? Optional.of(new Draft.Argument(name, argument.type(), true, List.of(), argument.position()))
                : Optional.empty();
    }

    private static Message decorated(Declarations.Argument argument, String annotation) {
        return LossArguments.isWeights(argument.type())
                ? LossMessages.weightsDecorated(argument.name(), annotation)
                : Messages.labelDecorated(argument.name(), annotation);
    }

    private boolean stack(Declarations.Block block, Draft.Block draft, boolean stackSound, boolean labelMistaken) {
        boolean sound = true;
        int values = (int) block.arguments().stream()
                .filter(argument -> !ArgumentRules.isLabel(argument.type()))
                .count();
        if (labelMistaken) {
            // What else is missing follows from that.
            return false;
        }
        // Where there are labels alone, they are what is wrong with a block that is no loss.
        if (values == 0 && (block.arguments().isEmpty() || draft.isLoss())) {
            reporter.error(block.position(), Messages.noArguments(block.name()));
            sound = false;
        }
        if (block.arguments().size() > MOST_ARGUMENTS) {
            reporter.error(
                    block.position(),
                    NetworkMessages.tooManyArguments(
                            block.name(), block.arguments().size(), MOST_ARGUMENTS));
            return false;
        }
        if (!stackSound) {
            return false;
        }
        if (draft.stack().isEmpty()) {
            reporter.error(block.position(), Messages.noLayers(block.name()));
            return false;
        }
        if (!stackRules.order(draft.stack(), "block " + block.name(), values)) {
            return false;
        }
        Placed first = draft.stack().get(0);
        boolean merged = draft.stack().stream().anyMatch(placed -> placed.role() == Layer.Role.MERGE);
        // Of two values of a loss without a label one is the label.
        boolean lacksLabel = draft.isLoss() && draft.label().isEmpty();
        List<String> names = block.arguments().stream()
                .filter(argument -> !ArgumentRules.isLabel(argument.type()))
                .map(Declarations.Argument::name)
                .toList();
        if (!lossArguments.predictions(draft, names)) {
            sound = false;
        } else if (values > 1
                && !merged
                && !(first.layer() instanceof UseLayer)
                && !LossArguments.mergesItself(draft.stack())
                && !lacksLabel) {
            reporter.error(block.position(), Messages.mergeMissing(block.name(), names, first.annotation()));
            sound = false;
        }
        return sound & lossArguments.labels(block, draft);
    }

    private boolean result(Declarations.Block block, Draft.Block draft, boolean stackSound) {
        if (stackSound && draft.isLoss()) {
            if (block.result() != Declarations.SimpleType.LOSS) {
                Placed loss = draft.stack().get(draft.stack().size() - 1);
                reporter.error(block.position(), Messages.lossResult(loss.annotation(), block.result()));
                return false;
            }
            return true;
        }
        boolean wrong = block.result() != Declarations.SimpleType.TENSOR;
        // A stack in error may have lost its loss, or have it in the wrong place.
        boolean lossless =
                stackSound && !draft.stack().isEmpty() && draft.stack().stream().noneMatch(BlockReader::isLoss);
        if (wrong && (block.result() != Declarations.SimpleType.LOSS || lossless)) {
            reporter.error(block.position(), Messages.blockResult(block.name(), block.result()));
        }
        return !wrong;
    }
}
