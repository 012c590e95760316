package dev.nacre.processor.errors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A declaration made at random: a right one to begin with, which can then be given mistakes. The text always is Java that
 * parses and whose options have the types they should have.
 */
final class RandomNetwork {
    private static final List<String> TRANSFORMS = List.of(
            "@Dense(3)",
            "@Dense(5)",
            "@Dense(value = 4, bias = false)",
            "@ReLU",
            "@Sigmoid",
            "@Tanh",
            "@Softmax",
            "@Dropout(0.3)",
            "@BatchNorm",
            "@Standardize",
            "@LayerNorm",
            "@RMSNorm(affine = false)",
            "@Flatten",
            "@Hidden",
            "@Use(Inner.class)");
    private static final List<String> STRAY = List.of(
            "@Dense",
            "@Dense(-4)",
            "@Dense(70_000 * 70_000)",
            "@Dense(2_000_000_000)",
            "@Dropout(7)",
            "@Dropout(0.0 / 0.0)",
            "@BatchNorm(momentum = -1)",
            "@Normal(0.1)",
            "@Normal(-1)",
            "@Repeat(3)",
            "@Repeat(value = 2, shared = true)",
            "@Add",
            "@Concat(axis = 5)",
            "@Multiply",
            "@Reshape({-1, 1})",
            "@Reshape({-1, -2_000_000_000})",
            "@Permute({-1, 0})",
            "@Transpose(first = -2_147_483_648)",
            "@Slice(axis = -1, from = 1, to = -2_147_483_648)",
            "@Slice(from = 2_147_483_647, step = 2_147_483_647)",
            "@Split(parts = 2, index = 1)",
            "@Split(sizes = {2_147_483_647, 2_147_483_647}, index = -3)",
            "@Bilinear(2_147_483_647)",
            "@Dot(normalize = true)",
            "@Subtract",
            "@Max",
            "@LayerNorm(axes = 2_147_483_647)",
            "@RMSNorm(epsilon = -1)",
            "@CrossEntropy",
            "@MeanSquaredError(weight = 0)",
            "@Use(Inner.class)",
            "@Use(Pair.class)",
            "@Use(String.class)",
            "@Hidden",
            "@In(3)",
            "@SuppressWarnings(\"nacre:*/\")");
    private static final List<String> TYPES = List.of(
            "Tensor",
            "Label",
            "Target",
            "int",
            "float",
            "Colour",
            "Flower",
            "Odd",
            "Empty",
            "Loss",
            "String",
            "Tensor[]");
    private static final List<String> RESULTS = List.of("Tensor", "Loss", "void", "int", "Flower", "Tensor[]");
    private static final List<String> INPUTS =
            List.of("@In(4)", "@In({2, 4})", "@In", "@In({})", "@In(0)", "@In({3, -1})", "@In({99_999, 99_999})");

    /** What the declarations refer to. */
    static final String SHARED = """
            enum Colour { RED, GREEN, BLUE }
            record Flower(float length, boolean open, Colour colour) {}
            record Odd(String name, float length) {}
            record Empty() {}
            @Stack @Dense(4) @ReLU @interface Hidden {}
            @Network interface Inner { @Dense(4) Tensor inner(@In(4) Tensor x); }
            @Network interface Pair { @Add Tensor sum(@In(4) Tensor left, @In(4) Tensor right); }
            """;

    private final Random random;
    private final String name;
    private final List<Block> blocks = new ArrayList<>();
    private String modifiers = "";
    private String header = "interface ";
    private String onType = "";

    RandomNetwork(String name, Random random) {
        this.name = name;
        this.random = random;
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            blocks.add(block(i));
        }
        Block last = blocks.get(count - 1);
        if (random.nextBoolean()) {
            Block loss = new Block("Loss", "loss");
            loss.layers.add("@MeanSquaredError");
            loss.arguments.add(new Argument("Tensor", last.name));
            loss.arguments.add(new Argument("Target", "target"));
            blocks.add(loss);
        }
    }

    /** All values of a right network have 4 elements. */
    private Block block(int index) {
        Block block = new Block("Tensor", "block" + index);
        Argument first = new Argument("Tensor", index == 0 ? "image" : "block" + random.nextInt(index));
        if (index == 0) {
            first.layers.add("@In(4)");
        }
        block.arguments.add(first);
        if (index > 0 && random.nextBoolean()) {
            block.layers.add(pick(List.of("@Add", "@Multiply")));
            Argument second = new Argument("Tensor", "image");
            if (random.nextInt(3) == 0) {
                second.layers.addAll(List.of("@Dense(4)", "@Tanh"));
            }
            block.arguments.add(second);
        }
        List<String> layers = new ArrayList<>(List.of("@ReLU", "@Dense(4)", "@Dropout(0.2)", "@BatchNorm", "@Sigmoid"));
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            block.layers.add(layers.remove(random.nextInt(layers.size())));
        }
        return block;
    }

    /** Changes one thing, mostly for the worse. */
    void mutate() {
        Block block = pick(blocks);
        Argument argument = block.arguments.isEmpty() ? new Argument("Tensor", "nobody") : pick(block.arguments);
        List<String> layers = random.nextInt(3) == 0 ? argument.layers : block.layers;
        switch (random.nextInt(18)) {
            case 0 -> insert(layers, pick(STRAY));
            case 1 -> insert(layers, pick(TRANSFORMS));
            case 2 -> remove(layers);
            case 3 -> Collections.shuffle(layers, random);
            case 4 ->
                argument.name = pick(List.of("image", "imgae", "block0", "block1", "loss", "mode", "nobody", "$"));
            case 5 -> argument.type = pick(TYPES);
            case 6 -> block.result = pick(RESULTS);
            case 7 -> block.name = pick(List.of("block0", "image", "forward", "loss", "parameters", "δ", "$_", "var"));
            case 8 -> remove(block.arguments);
            case 9 ->
                block.arguments.add(new Argument(pick(TYPES), pick(List.of("block1", "image", "label", "extra"))));
            case 10 -> argument.layers.add(pick(INPUTS));
            case 11 -> remove(blocks);
            case 12 -> blocks.add(block(5 + blocks.size()));
            case 13 -> onType += pick(STRAY) + " ";
            case 14 -> onType += pick(TRANSFORMS) + " ";
            case 15 -> header = pick(List.of("abstract class ", "enum ", "class ", "sealed interface ", "record "));
            case 16 -> modifiers = pick(List.of("private ", "static ", "protected static "));
            default -> blocks.forEach(each -> each.layers.removeIf(layer -> random.nextInt(4) == 0));
        }
    }

    /** @return the declaration, nested in a class so that it can have any modifiers */
    String text() {
        StringBuilder text = new StringBuilder(
                "class Around" + name + " {\n@Network " + once(List.of(onType.split(" (?=@)"))) + "\n");
        text.append(modifiers)
                .append(header)
                .append(name)
                .append(header.startsWith("record") ? "()" : "")
                .append(" {\n");
        if (header.startsWith("enum")) {
            text.append("    ;\n");
        }
        boolean bodies = !header.contains("interface") && !header.startsWith("abstract");
        Set<String> signatures = new HashSet<>();
        for (Block block : blocks) {
            if (!signatures.add(block.signature())) {
                continue;
            }
            text.append("    ")
                    .append(block.text(header.startsWith("abstract"), bodies))
                    .append('\n');
        }
        if (header.startsWith("sealed")) {
            text.append("    record Only() implements ").append(name).append(" {}\n");
        }
        return text.append("}\n}\n").toString();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void insert(List<String> list, String element) {
        list.add(random.nextInt(list.size() + 1), element);
    }

    private void remove(List<?> list) {
        if (list.size() > (list == blocks ? 1 : 0)) {
            list.remove(random.nextInt(list.size()));
        }
    }

    /** A method has each annotation at most once, or the compiler itself would complain. */
    private static String once(List<String> annotations) {
        List<String> kinds = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String annotation : annotations) {
            String kind = annotation.replaceFirst("\\(.*", "").strip();
            if (!kinds.contains(kind)) {
                kinds.add(kind);
                text.append(annotation.strip()).append(' ');
            }
        }
        return text.toString();
    }

    private static final class Block {
        private final List<String> layers = new ArrayList<>();
        private final List<Argument> arguments = new ArrayList<>();
        private String result;
        private String name;

        Block(String result, String name) {
            this.result = result;
            this.name = name;
        }

        /** Two methods of one signature are a mistake of the compiler's own. */
        String signature() {
            return name + distinct().stream().map(argument -> argument.type).toList();
        }

        /** So are two parameters of one name. */
        private List<Argument> distinct() {
            Set<String> names = new HashSet<>();
            return arguments.stream()
                    .filter(argument -> names.add(argument.name))
                    .toList();
        }

        String text(boolean isAbstract, boolean hasBody) {
            List<String> written = distinct().stream()
                    .map(argument -> once(argument.layers) + argument.type + " " + argument.name)
                    .toList();
            List<String> stack =
                    layers.stream().filter(layer -> !layer.startsWith("@In")).toList();
            return once(stack) + (isAbstract ? "abstract " : "") + result + " " + name + "("
                    + String.join(", ", written) + ")" + (hasBody ? " { throw new IllegalStateException(); }" : ";");
        }
    }

    private static final class Argument {
        private final List<String> layers = new ArrayList<>();
        private String type;
        private String name;

        Argument(String type, String name) {
            this.type = type;
            this.name = name;
        }
    }
}
