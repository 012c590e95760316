package dev.nacre.processor.model;

import java.util.List;

/** What users read about losses and what these are given. */
public final class LossMessages {
    private LossMessages() {}

    // Arguments

    static Message labelMissing(String layer, List<LabelKind> accepted) {
        return new Message(
                layer + " has no label to compare with",
                switch (accepted.get(0)) {
                    case CLASS -> "add a parameter of type Label, int or an enum";
                    case BINARY -> "add a parameter of type boolean, Label, int or an enum of two constants";
                    case SIGN -> "add a parameter of type boolean, Label or int";
                    case DISTRIBUTION -> "add a parameter of type Target";
                    default -> "add a parameter of type Target or float";
                });
    }

    static Message labelUnwanted(String layer, String name) {
        return new Message(
                layer + " compares its predictions with one another and has no label; found " + name,
                "take " + name + " out");
    }

    static Message labelKind(String layer, List<LabelKind> accepted, Declarations.Type found) {
        return new Message(
                layer + " compares with " + LabelKind.described(accepted) + "; found " + found.display(),
                ArgumentRules.isLabel(found)
                        ? "change the type, or use a loss for " + lossFor(found)
                        : "change the type to one of these");
    }

    private static String lossFor(Declarations.Type found) {
        if (found == Declarations.SimpleType.BOOLEAN) {
            return "yes and no such as @BinaryCrossEntropy";
        }
        return found == Declarations.SimpleType.TARGET || found == Declarations.SimpleType.FLOAT
                ? "numbers such as @MeanSquaredError"
                : "classes such as @CrossEntropy";
    }

    static Message weightsDecorated(String name, String annotation) {
        return new Message(
                annotation + " stands on the weights " + name + "; weights are taken as they are",
                "take " + annotation + " out");
    }

    static Message weightsTwice(String layer, List<String> names) {
        return new Message(
                layer + " takes one weight per sample; found " + names.size() + ": " + String.join(", ", names),
                "multiply them in the data and keep one parameter");
    }

    static Message weightsOutsideLoss(String name) {
        return new Message(
                "parameter " + name + " weights samples (SampleWeights), and only a loss does that",
                "take it to the block that ends with a loss");
    }

    static Message predictions(String layer, int needed, List<String> found) {
        String what = found.size() + (found.size() == 1 ? " value (" : " values (") + String.join(", ", found) + ")";
        return new Message(
                layer + " takes " + count(needed) + "; here " + (found.size() == 1 ? "is " : "are ") + what,
                needed == 1
                        ? "give each prediction a loss of its own, or merge the values first, such as with @Concat"
                        : found.size() < needed ? "add the others as parameters" : "take some out");
    }

    static Message predictionsBehind(String layer, int needed, String first) {
        return new Message(
                layer + " takes " + count(needed) + " and stands behind " + first + ", from which only one comes",
                "put the layers on the parameters, or into blocks of their own");
    }

    static Message predictionsOfStack(String layer, int needed) {
        return new Message(
                layer + " takes " + count(needed) + ", and a stack on a type has one",
                "declare block methods, one for each prediction and one for the loss");
    }

    private static String count(int predictions) {
        return predictions == 1 ? "one prediction" : predictions + " predictions";
    }

    static Message lossName() {
        return new Message(
                "a loss without a label cannot be called loss here: the generated class has a method of that name with as"
                        + " many tensors, its inputs",
                "choose another name, such as tripletLoss");
    }

    // Options and shapes

    /** Logits of one class, or none. */
    public static Message oneClass(String layer, Shape found) {
        return new Message(
                "@" + layer + " over one class is always 0; its input is " + found,
                "give it one logit per class, at least 2, or use @BinaryCrossEntropy on one");
    }

    /** Several predictions to compare with one label. */
    public static Message onePerSample(String layer, Declarations.Type type, Shape found) {
        return new Message(
                "@" + layer + " with a label of type " + type.display()
                        + " compares once for each sample; its input is " + found,
                "put @Flatten and @Dense before it, or use a Label, which has one index for each position");
    }

    /** Weights of another number than there are classes. */
    public static Message classWeights(String layer, int found, int classes) {
        return new Message(
                "@" + layer + " has " + found + (found == 1 ? " class weight for " : " class weights for ") + classes
                        + " classes",
                "give one weight per class, in the order of the classes");
    }

    /** Weights of another number than there are elements on the last axis. */
    public static Message positiveWeights(String layer, int found, Shape shape) {
        return new Message(
                "@" + layer + " has " + found + " positive weights; its input is " + shape,
                "give one for all, or " + (shape.last() == 1 ? "none" : "one for each of the " + shape.last()));
    }

    /** A weight that is no weight. */
    public static Message weightValue(String layer, String option, double found) {
        return new Message(
                "@" + layer + " has the weight " + Placed.number(found) + " among its " + option
                        + "; a weight is a finite number, 0 or more",
                "write another number");
    }

    /** Weights that are all zero. */
    public static Message weightsZero(String layer, String option) {
        return new Message(
                "@" + layer + " has no weight above 0 among its " + option + ": nothing is left to learn from",
                "give at least one class a weight above 0");
    }

    /** An ignored label without class indices. */
    public static Message ignoredTarget(String layer) {
        return new Message(
                "@" + layer + " ignores a class index, and is compared with probabilities, which have none",
                "take ignoreLabel out, and give samples that do not count the weight 0");
    }

    /** An enum with more or less than two constants where there are two possibilities. */
    public static Message twoConstants(String layer, Declarations.EnumType type) {
        return new Message(
                "@" + layer + " chooses between two possibilities, and " + type.display() + " has "
                        + type.constants().size() + (type.constants().size() == 1 ? " constant" : " constants"),
                "use an enum of two constants, or @CrossEntropy for more classes");
    }

    // Lints

    static Message noProbabilities(String layer, String before) {
        return lint(
                "no-probabilities",
                layer + " takes probabilities, and " + before + " gives numbers of any size",
                "put @Sigmoid before it, or take logits = false out");
    }

    static Message noLogProbabilities(String layer, String before) {
        return lint(
                "no-log-probabilities",
                layer + " takes logarithms of probabilities, and " + before + " gives something else",
                "put @LogSoftmax before it"
                        + (layer.startsWith("@NegativeLogLikelihood") ? ", or use @CrossEntropy on logits" : ""));
    }

    private static Message lint(String id, String what, String remedy) {
        return new Message(
                what, remedy + "; if it is meant, silence this with @SuppressWarnings(\"nacre:" + id + "\")");
    }
}
