package dev.nacre.processor.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resolves the names of parameters: a block, an input, or nothing. */
final class ArgumentRules {
    private final Map<String, Declarations.Block> blocks = new LinkedHashMap<>();
    private final InputReader inputs;
    private final Reporter reporter;
    private final Set<String> methods;
    private final Set<String> unknown = new HashSet<>();

    /** @param methods the names of all methods of the network */
    ArgumentRules(List<Declarations.Block> blocks, Set<String> methods, InputReader inputs, Reporter reporter) {
        this.methods = methods;
        blocks.forEach(block -> this.blocks.put(block.name(), block));
        this.inputs = inputs;
        this.reporter = reporter;
    }

    static boolean isValue(Declarations.Type type) {
        return type == Declarations.SimpleType.TENSOR || type instanceof Declarations.RecordType;
    }

    static boolean isLabel(Declarations.Type type) {
        return type == Declarations.SimpleType.LABEL
                || type == Declarations.SimpleType.INT
                || type == Declarations.SimpleType.BOOLEAN
                || type == Declarations.SimpleType.SAMPLE_WEIGHTS
                || type == Declarations.SimpleType.TARGET
                || type == Declarations.SimpleType.FLOAT
                || type instanceof Declarations.EnumType;
    }

    /** @return whether a block or an input has the name */
    boolean isKnown(String name) {
        return blocks.containsKey(name) || inputs.inputs().containsKey(name);
    }

    /**
     * @param reader the block that has the parameter
     * @return whether the parameter names a value that can flow in
     */
    boolean resolve(Declarations.Argument argument, String reader) {
        String name = argument.name();
        Draft.Input input = inputs.inputs().get(name);
        Declarations.Block block = blocks.get(name);
        if (input != null) {
            if (argument.input().isEmpty()
                    && isValue(input.type())
                    && !input.type().equals(argument.type())) {
                reporter.error(argument.position(), Messages.inputTypes(name, input.type(), argument.type()));
            }
            // The clash of names is reported where the block is read.
            return block == null;
        }
        if (block == null) {
            if (unknown.add(name)) {
                reporter.error(argument.position(), unknown(argument, reader));
            }
            return false;
        }
        if (block.result() == Declarations.SimpleType.LOSS) {
            reporter.error(argument.position(), Messages.lossAsValue(name));
            return false;
        }
        if (argument.type() != Declarations.SimpleType.TENSOR) {
            reporter.error(argument.position(), Messages.recordBlock(name, argument.type()));
        }
        return true;
    }

    private Message unknown(Declarations.Argument argument, String reader) {
        String name = argument.name();
        if (argument.type() instanceof Declarations.RecordType) {
            return Messages.undeclaredRecord(name, argument.type());
        }
        return methods.contains(name) ? NetworkMessages.methodAsValue(name) : Messages.unknownName(name, known(reader));
    }

    /** @return what a parameter of a block may be called, inputs first */
    private List<String> known(String reader) {
        List<String> names = new ArrayList<>(inputs.names());
        blocks.values().stream()
                .filter(block -> block.result() != Declarations.SimpleType.LOSS)
                .map(Declarations.Block::name)
                .filter(name -> !name.equals(reader))
                .forEach(names::add);
        return names;
    }
}
