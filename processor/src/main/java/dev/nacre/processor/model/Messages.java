package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import dev.nacre.processor.layer.Layers;
import dev.nacre.processor.layer.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every text that the model and the layers report, in one place. Names are Java identifiers: nothing needs escaping.
 */
public final class Messages {
    private static final String OVERFLOW =
            "a product above 2147483647 does not fit an int and comes out negative: write smaller numbers";

    private Messages() {}

    // Networks

    static Message noBlocks(String network) {
        return new Message(
                network + " declares no block",
                "give it an abstract method with layers, such as @Dense(10) Tensor logits(@In({784}) Tensor image), "
                        + "or put @In and layers on the type");
    }

    static Message layersBesideBlocks(String layer) {
        return new Message(
                layer + " stands on a type that has block methods",
                "put it on the method or parameter it is for; on such a type only what is for the weights of all layers "
                        + "stands, such as @Normal(0.01)");
    }

    static Message stackWithoutInput(String network) {
        return new Message(
                "the layers on " + network + " have no input",
                "give the shape of one sample, the batch left out, such as @In({1, 28, 28})");
    }

    static Message onlyLosses(String network) {
        return new Message(
                network + " has no output: all it declares is a loss",
                "add a block that returns Tensor, such as @Dense(10)");
    }

    static Message usedCycle(List<String> names) {
        return new Message(
                "networks use one another in a circle: " + String.join(" -> ", names),
                "take one @Use out; for several applications of one network write @Repeat");
    }

    // Blocks

    static Message duplicateBlock(String name) {
        return new Message("two blocks are called " + name, "give each block a name of its own");
    }

    static Message reservedName(String kind, String name) {
        return new Message(
                kind + " cannot be called " + name + ": the generated class has a member of that name",
                "choose another name");
    }

    static Message nameTwice(String name, String first, String second) {
        return new Message(
                name + " is the name of " + first + " and of " + second, "choose another name for one of them");
    }

    static Message blockResult(String block, Declarations.Type found) {
        return new Message(
                "block " + block + " returns " + found.display() + "; a block of layers returns Tensor",
                found == Declarations.SimpleType.LOSS
                        ? "return Tensor, or end the stack with a loss such as @CrossEntropy"
                        : "return Tensor");
    }

    static Message lossResult(String layer, Declarations.Type found) {
        return new Message(
                layer + " is a loss, and its method returns " + found.display() + "; a loss returns Loss",
                "return Loss");
    }

    static Message noLayers(String block) {
        return new Message(
                "block " + block + " has no layers", "put at least one on the method, such as @Dense(64) or @Flatten");
    }

    static Message noArguments(String block) {
        return new Message(
                "block " + block + " has no argument to transform",
                "add a parameter: an input such as @In({784}) Tensor image, or the name of another block");
    }

    static Message mergeMissing(String block, List<String> arguments, String layer) {
        return new Message(
                "block " + block + " has " + arguments.size() + " arguments (" + String.join(", ", arguments) + ") and "
                        + layer + " takes one",
                "begin with a layer that merges them: " + annotations(Layer.Role.MERGE));
    }

    static Message mergeOfOne(String layer, String place, boolean pair) {
        return new Message(
                layer + " merges " + (pair ? "two" : "two or more") + " values, and " + place + " has one",
                "add an argument to merge, or take " + layer + " out");
    }

    static Message mergeNotFirst(String layer) {
        return new Message(
                layer + " stands behind other layers; it merges the arguments of its block",
                "put it first; what comes before it belongs on the parameters or into a block of its own");
    }

    static Message lossNotLast(String layer) {
        return new Message(layer + " is a loss and other layers follow; nothing flows out of a loss", "put it last");
    }

    static Message lossOnParameter(String layer) {
        return new Message(
                layer + " is a loss and stands on a parameter; nothing flows out of a loss",
                "put it last on a method that returns Loss");
    }

    static Message needsItself(String block) {
        return new Message("block " + block + " needs its own value", "name another block or an input");
    }

    static Message cycle(List<String> names) {
        return new Message(
                "blocks depend on one another in a circle: " + String.join(" -> ", names),
                "take one of them out of the parameters of the next");
    }

    // Arguments

    static Message argumentType(String name, Declarations.Type found) {
        return new Message(
                "parameter " + name + " is of type " + found.display()
                        + "; a value is a Tensor, an input may be a record without type parameters, a label is a Label, an "
                        + "int, a boolean, an enum, a Target or a float, weights are SampleWeights",
                "write Tensor " + name + ", or one of the others");
    }

    static Message inputType(String name, Declarations.Type found) {
        return new Message(
                "input " + name + " is of type " + found.display() + "; an input is a Tensor or a record",
                "write Tensor " + name + ", or make it a component of a record");
    }

    static Message unknownName(String name, List<String> known) {
        return new Message(
                "no block or input is called " + name,
                Names.nearest(name, known)
                        .map(near -> "did you mean " + near + "?")
                        .orElseGet(() -> "to make it an input write @In with the shape of one sample on it"
                                + (known.isEmpty() ? "" : "; known are: " + String.join(", ", known))));
    }

    static Message undeclaredRecord(String name, Declarations.Type type) {
        return new Message(
                "parameter " + name + " is a record and no input", "write @In " + type.display() + " " + name);
    }

    static Message recordBlock(String name, Declarations.Type found) {
        return new Message(
                name + " is a block, whose value is a Tensor; found " + found.display(), "write Tensor " + name);
    }

    static Message lossAsValue(String name) {
        return new Message(
                name + " is a loss; nothing flows out of a loss", "use the block that the loss is computed from");
    }

    static Message inputTypes(String name, Declarations.Type first, Declarations.Type second) {
        return new Message(
                "input " + name + " is declared as " + first.display() + " and here as " + second.display(),
                "write " + first.display() + " " + name);
    }

    static Message inputShapes(String name, List<Integer> first, List<Integer> second) {
        return new Message(
                "input " + name + " is declared with shape " + new Shape(first) + " and here with "
                        + (second.isEmpty() ? "none" : new Shape(second)),
                "declare it once; elsewhere its name is enough");
    }

    static Message inputShapeMissing(String name) {
        return new Message(
                input(name) + " has no shape",
                "give the shape of one sample, the batch left out, such as @In({1, 28, 28})");
    }

    static Message inputShapeSize(String name, List<Integer> shape) {
        return new Message(
                input(name) + " has shape " + new Shape(shape) + "; every size is 1 or more",
                shape.stream().anyMatch(Messages::isOverflow)
                        ? OVERFLOW
                        : "leave the batch out and write the sizes of one sample");
    }

    /** @return what to do about a size that is none */
    static String sizeRemedy(int size, String remedy) {
        return isOverflow(size) ? OVERFLOW : remedy;
    }

    static Message inputTooLarge(String name, Shape shape) {
        return tooLarge(input(name), shape.toString());
    }

    static Message recordWithShape(String name, Declarations.Type type) {
        return new Message(
                "input " + name + " is a " + type.display() + ", from whose components its shape follows",
                "write @In alone");
    }

    static Message recordEmpty(Declarations.Type type) {
        return new Message(
                "record " + type.display() + " has no components", "give it at least one number, boolean or enum");
    }

    static Message component(Declarations.Type type, String name) {
        return new Message(
                "component " + name + " of record " + type.display() + " is no number, boolean or enum",
                "change its type, or take it out of the record");
    }

    static Message enumEmpty(Declarations.Type type) {
        return new Message("enum " + type.display() + " has no constants", "give it at least one constant");
    }

    // Labels

    static Message labelTwice(String layer, List<String> names) {
        return new Message(
                layer + " compares with one label; found " + names.size() + ": " + String.join(", ", names),
                "give each loss a method of its own; all losses are added up");
    }

    static Message labelOutsideLoss(String name, Declarations.Type type) {
        return new Message(
                "parameter " + name + " is a label (" + type.display() + "), and only a loss has a label",
                "make it a Tensor, or end the stack with a loss such as @CrossEntropy");
    }

    static Message labelTypes(String name, Declarations.Type first, Declarations.Type second) {
        return new Message(
                "label " + name + " is declared as " + first.display() + " and here as " + second.display(),
                "write " + first.display() + " " + name + ", or give it a name of its own");
    }

    static Message labelSizes(String name, String first, String second) {
        return new Message(
                "label " + name + " is compared with " + first + " and here with " + second,
                "give each its own label, or make the predictions agree");
    }

    static Message labelDecorated(String name, String annotation) {
        return new Message(
                annotation + " stands on the label " + name + "; a label is compared with as it is",
                "take " + annotation + " out");
    }

    // Stacks

    static Message unknownLayer(String layer) {
        return new Message(
                layer + " is not known to this processor", "use one version of nacre-annotations and nacre-processor");
    }

    static Message range(String annotation, double found, Range range) {
        return new Message(
                annotation + " is out of range: " + range.meaning() + " is " + range, rangeRemedy(found, range));
    }

    private static String rangeRemedy(double found, Range range) {
        String allowed = range.toString();
        boolean any = allowed.startsWith("a ");
        String remedy =
                "write " + (any ? "" : "a number " + (Character.isLetter(allowed.charAt(0)) ? "" : "of ")) + allowed;
        if (Double.isNaN(found)) {
            return "0.0 / 0.0 is no number: " + remedy;
        }
        if (Double.isInfinite(found)) {
            return "a number divided by 0.0 is infinite: " + remedy;
        }
        if (isOverflow(found) && !any) {
            return OVERFLOW;
        }
        if (range.contains(found)) {
            return Float.isInfinite((float) found)
                    ? "a float holds numbers up to 3.4e38: write a smaller one"
                    : "a float cannot tell it from " + Placed.number((float) found) + ": write another number";
        }
        boolean percent =
                range.low() == 0 && range.high() == 1 && found >= 5 && found <= 100 && found == Math.rint(found);
        return percent ? "did you mean " + Placed.number(found / 100) + "? It is a fraction of 1" : remedy;
    }

    /** Java computes an int that is too large without a word, and gives a negative one. */
    private static boolean isOverflow(double found) {
        return found < -0xFFFF && found >= Integer.MIN_VALUE;
    }

    static Message repeatMisplaced() {
        return new Message("@Repeat repeats the @Use right before it, and there is none", "write @Use first");
    }

    // Used networks

    static Message notANetwork(String type) {
        boolean generated = type.endsWith("Network") || type.endsWith("Predictor");
        String origin = type.replaceFirst("(?:Network|Predictor)$", "");
        return new Message(
                type + " is not a network",
                "name a type that has @Network"
                        + (generated && !origin.isEmpty() ? "; if this one is generated, that is " + origin : ""));
    }

    static Message planUnreadable(String type) {
        return new Message(
                "the generated class of " + type + " was written by another version of Nacre",
                "compile " + type + " again with this version");
    }

    static Message usedOutputs(String type, List<String> outputs) {
        return new Message(
                type + " has " + outputs.size() + " outputs (" + String.join(", ", outputs)
                        + "); @Use takes a network with one",
                "merge them in " + type);
    }

    static Message usedInputs(String type, List<String> inputs, int found) {
        return new Message(
                type + " has " + inputs.size() + (inputs.size() == 1 ? " input (" : " inputs (")
                        + String.join(", ", inputs) + "), and here "
                        + (found == 1 ? "is 1 value" : "are " + found + " values"),
                "give it one value per input, in its order");
    }

    static Message usedShape(String type, String input, Shape needed, Shape found) {
        return new Message(
                "@Use(" + type + ") does not fit: its input " + input + " is " + needed + " and here it is " + found,
                "bring the value to " + needed + " first");
    }

    static Message repeatShape(String type, Shape in, Shape out) {
        return new Message(
                "@Repeat needs a network whose output fits its own input: " + type + " turns " + in + " into " + out,
                "make both shapes equal, or take @Repeat out");
    }

    static Message repeatInputs(String type, int inputs) {
        return new Message("@Repeat needs a network with one input: " + type + " has " + inputs, "take @Repeat out");
    }

    // Layers

    /** A size that an int cannot hold. */
    public static Message tooLarge(String what, String elements) {
        return new Message(
                what + " does not fit: one sample would have " + elements + " elements; allowed are 2147483647",
                "use smaller sizes");
    }

    /** A weight that an array cannot hold. */
    public static Message tooManyWeights(String layer, List<Integer> sizes) {
        return new Message(
                "@" + layer + " does not fit: its weight would be " + new Shape(sizes)
                        + "; allowed are 2147483647 elements",
                "use smaller sizes");
    }

    /** A width that was left out and does not follow. */
    static Message widthUnknown(String layer) {
        return new Message(
                layer
                        + " has no width, and none follows from an enum or float label, nor from the other arguments "
                        + "of a merge of equal shapes such as @Add",
                "give the number of units, such as " + layer + "(64)");
    }

    /** A merge of values with different shapes. */
    public static Message unequalShapes(String layer, List<String> names, List<Shape> shapes) {
        return new Message(
                "@" + layer + " needs values of one shape: " + described(names, shapes),
                "change the blocks before it, or put layers on a parameter to bring it to the others' shape");
    }

    /** An axis that the shape does not have. */
    public static Message axisOutside(String layer, String option, int axis, Shape shape) {
        return new Message(
                "@" + layer + "(" + option + " = " + axis + ") does not fit: its input is " + shape
                        + ", with axes 0 to " + (shape.rank() - 1),
                "use an axis from " + -shape.rank() + " to " + (shape.rank() - 1) + "; the batch does not count");
    }

    /** A concatenation of values that differ in another axis. */
    public static Message concatShapes(String layer, int axis, List<String> names, List<Shape> shapes) {
        return new Message(
                "@" + layer + " along axis " + axis + " needs values that agree in every other axis: "
                        + described(names, shapes),
                "change the blocks before it, concatenate along another axis, or put layers such as @Flatten "
                        + "on a parameter");
    }

    /** Logits that do not match an enum. */
    public static Message classes(String layer, int logits, Declarations.EnumType type) {
        return new Message(
                "@" + layer + " does not fit: its input is " + logits + " and " + type.display() + " has "
                        + type.constants().size() + " constants",
                "make the layer before it " + type.constants().size()
                        + " wide; @Dense without a width takes it from the enum");
    }

    /** A float label for a prediction with several elements. */
    public static Message floatTarget(String layer, Shape found) {
        return new Message(
                "@" + layer + " with a float label needs a prediction of one element; its input is " + found,
                "make the layer before it 1 wide, or compare with a Target");
    }

    // Lints

    static Message dropoutOnOutput(String layer, Optional<String> block) {
        return lint(
                "dropout-on-output",
                layer + " is the last layer of the output"
                        + block.map(name -> " " + name).orElse("") + ": it zeroes predictions in training",
                "put it before the last @Dense");
    }

    static Message doubleActivation(String first, String second) {
        return lint(
                "double-activation", second + " follows " + first + ": two activations in a row", "keep one of them");
    }

    static Message softmaxBeforeCrossEntropy(String layer) {
        return lint(
                "softmax-before-cross-entropy",
                layer + " flows into @CrossEntropy, which contains a softmax: the gradients vanish",
                "take " + layer + " out; the predictor gives probabilities");
    }

    static Message dropoutBeforeBatchNorm(String dropout, String batchNorm) {
        return lint(
                "dropout-before-batch-norm",
                dropout + " stands before " + batchNorm + ", whose running variance then differs from evaluation's",
                "put dropout after the last "
                        + (batchNorm.startsWith("@BatchNorm")
                                ? "batch normalisation"
                                : "norm with running statistics"));
    }

    static Message highDropout(String layer, String name, double p) {
        if (p > 0.99) {
            return lint(
                    "high-dropout",
                    layer + " drops " + (p == 1 ? "every" : "nearly every") + " element: nothing is left to learn from",
                    "write a smaller probability of dropping, such as @" + name + "(0.5)");
        }
        String percent = decimal(p * 100);
        return lint(
                "high-dropout",
                layer + " drops " + percent + " % of the elements; did you mean to keep " + decimal(p) + "?",
                "to keep " + percent + " % write @" + name + "(" + decimal(1 - p) + ")");
    }

    static Message lint(String id, String what, String remedy) {
        return new Message(
                what, remedy + "; if it is meant, silence this with @SuppressWarnings(\"nacre:" + id + "\")");
    }

    static String decimal(double value) {
        return Placed.number(Math.round(value * 1e6) / 1e6);
    }

    /** The input of a type stack has no name that the user gave it. */
    private static String input(String name) {
        return name.equals(NetworkReader.INPUT) ? "the input" : "input " + name;
    }

    static String described(List<String> names, List<Shape> shapes) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            parts.add(names.get(i) + " is " + shapes.get(i));
        }
        return String.join(", ", parts);
    }

    private static String annotations(Layer.Role role) {
        return Layers.names(role).stream().map(name -> "@" + name).collect(Collectors.joining(", "));
    }
}
