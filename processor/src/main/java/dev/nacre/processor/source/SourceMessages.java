package dev.nacre.processor.source;

import dev.nacre.processor.model.LintNames;
import java.util.List;

/** Every text of this package: what is wrong, what was found, what is allowed, what to do. */
final class SourceMessages {
    static final String UNKNOWN_ORDER =
            "cannot tell the order of repeated layers with this compiler; give each block its own method";

    private SourceMessages() {}

    static String annotationType(String name) {
        return "@Network on the annotation type " + name + ": a network is an interface, an abstract class, or a class"
                + " with a stack of layers; for a reusable pipeline write @Stack instead";
    }

    static String privateType(String name, String culprit) {
        return "@Network on " + name + ": " + culprit + " is private, and the generated class could not see it; make "
                + culprit + " package-private or public";
    }

    static String innerClass(String name) {
        return "@Network on the inner class " + name + ": its instances need an outer one; make it static";
    }

    static String genericType(String name, String parameters) {
        return "@Network on the generic type " + name + "<" + parameters
                + ">: a network has no type parameters; remove " + "them";
    }

    static String sealedType(String name) {
        return "@Network on the sealed type " + name + ": the generated class could not be one of its permitted"
                + " subtypes; remove sealed";
    }

    static String noConstructor(String name) {
        return "the generated class extends " + name
                + " and needs a constructor without parameters that is not private;" + " " + name
                + " has none; add one";
    }

    static String throwingConstructor(String name, String exception) {
        return "the generated class extends " + name + ", whose constructor throws " + exception
                + "; a constructor that throws no checked exception is needed";
    }

    static String blocksNeedAbstractType(String block, String name, String kind) {
        return "the block " + block + " stands in " + name + ", " + kind + "; blocks are the abstract methods of an"
                + " interface or an abstract class; make " + name + " one of these";
    }

    static String concreteMethod(String annotation, String kind, String method) {
        return "nothing reads @" + annotation + " on " + method + ", " + kind + "; blocks are abstract methods; remove "
                + "the annotation, or make " + method + " abstract";
    }

    static String component(String annotation, String component, String record) {
        return "@" + annotation + " cannot stand on component " + component + " of record " + record
                + ": a component takes @Standardize, @MinMax, @Embedding and @Missing; put it on a block that reads the"
                + " record";
    }

    static String field(String annotation, String field) {
        return "nothing reads @" + annotation + " on the field " + field
                + "; it belongs on a component of a record; remove it";
    }

    static String repeatedOnComponent(String annotation, String component, String record) {
        return "@" + annotation + " stands several times on component " + component + " of record " + record
                + "; write it once";
    }

    static String constructor(String annotation, String type) {
        return "nothing reads @" + annotation + " on a constructor of " + type + "; remove the annotation";
    }

    static String notANetwork(String annotation, String type) {
        return "nothing reads @" + annotation + " here: add @Network to " + type;
    }

    static String inheritable(String annotation, String type) {
        return notANetwork(annotation, type) + "; if networks of another compilation inherit its blocks, add"
                + " @SuppressWarnings(\"nacre:unread\")";
    }

    static String stackForgotten(String annotation, String type) {
        return "nothing reads @" + annotation + " here: add @Stack to @" + type;
    }

    static String genericMethod(String block, String parameters) {
        return "the block " + block + " is generic, <" + parameters + ">; a block has no type parameters; remove them";
    }

    static String varargs(String block, String parameter) {
        return "the parameter " + parameter + " of " + block
                + " takes a variable number of arguments; a parameter is one" + " value; write one parameter for each";
    }

    static String noLayers(String block) {
        return "the block " + block + " has no layer; put one on it, such as @Dense(10), or make it a default or static"
                + " method if it is code of your own";
    }

    static String ownMethod(String method, String network) {
        return method + " has the name and the parameters of a method that is generated for " + network
                + "; choose another name";
    }

    static String hidingType(String type, String name) {
        return type + " hides the type " + name + " that the generated class names, which inherits it; choose another"
                + " name, or move it out";
    }

    static String invisibleMethod(String block, String owner, String network) {
        return "the block " + block + " of " + owner + " is package-private in another package, and the generated class"
                + " could not implement it; make it protected or public, or implement it in " + network;
    }

    static String missingNames(String block, String owner, String network) {
        return "the names of the parameters of " + block + " are missing from the class file of " + owner
                + ", and they say whose values flow in; compile " + owner + " with -parameters, or redeclare " + block
                + " in " + network;
    }

    static String inheritedTwice(String block, String one, String other, String network) {
        return "the block " + block + " comes from " + one + " and from " + other + ", with layers in both; redeclare "
                + block + " in " + network + " to say which";
    }

    /**
     * @param culprit the type itself, or one around it
     * @param near whether it is in the package of the generated class
     */
    static String hiddenType(String type, String parameter, String culprit, boolean near) {
        return "the type " + type + " of " + parameter + " is not visible to the generated class; make "
                + (culprit.equals(type) ? "it " : culprit + " ")
                + (near ? "package-private or public" : "public: its package is another");
    }

    static String stackMember(String composite, String member) {
        return "@Stack on @" + composite + ", which has the member " + member
                + "; a reusable pipeline takes no options;" + " remove " + member;
    }

    static String stackCycle(List<String> path) {
        return "the pipeline @" + path.get(0) + " contains itself: @" + String.join(" -> @", path)
                + "; remove one of these";
    }

    static String emptyStack(String composite) {
        return "the pipeline @" + composite + " has no layer; put one on it, such as @Dense(10), or remove @Stack";
    }

    static String orderNotKept(String composite) {
        return "the pipeline @" + composite
                + " has repeated layers, and its class file does not keep their order; make it a"
                + " @Network and @Use that, or a pipeline of pipelines without repeats";
    }

    static String inputOnStack(String composite) {
        return "@In on the pipeline @" + composite + ": only a network has inputs; remove it, and write @In where the"
                + " pipeline is used";
    }

    static String sameGeneratedName(String name, String one, String other) {
        return "both " + one + " and " + other + " would be generated as " + name + "; rename one of them";
    }

    static String nameTaken(String name, String type) {
        return "the generated class of " + type + " is " + name
                + ", and a class of this name exists already; rename one" + " of them";
    }

    static String overflow(String expression, String exact, String found, int bits) {
        boolean isInt = bits == Integer.SIZE;
        return expression + " is " + exact + ", which " + (isInt ? "an int" : "a long") + " cannot hold: it becomes "
                + found + "; allowed are numbers up to " + (isInt ? Integer.MAX_VALUE : Long.MAX_VALUE)
                + ": write smaller ones";
    }

    static String remainder(String expression, String found, String exact, String remedy) {
        return expression + " divides whole numbers: it is " + found + ", not " + exact + "; write " + remedy
                + silence(LintNames.INTEGER_DIVISION);
    }

    static String unknownLint(String name) {
        return "no lint is called nacre:" + name
                + LintNames.nearest(name)
                        .map(near -> "; did you mean nacre:" + near + "?")
                        .orElseGet(() -> "; there are: " + LintNames.ALL + ", " + String.join(", ", LintNames.NAMES));
    }

    private static String silence(String lint) {
        return "; if it is meant, silence this with @SuppressWarnings(\"nacre:" + lint + "\")";
    }

    static String localNetwork(String name) {
        return "@Network on the local type " + name
                + ": compilers show no processor what is declared inside methods and"
                + " anonymous classes; move it out";
    }

    static String nameTooLong(String name, String type) {
        return "the generated class of " + type + " would be " + name + ", and files have names of up to "
                + GeneratedNames.LONGEST_FILE_NAME + " bytes; give " + type + " a shorter name";
    }

    static String hidingPackageType(String type, String of, String network) {
        return "the generated class of " + network + " names " + of + ", which " + type
                + " of its package hides; choose another name for " + type + ", or another package for " + network;
    }

    static String cannotWrite(String name, String reason) {
        return "cannot write " + name + ": " + reason;
    }

    static String failed(String type, Throwable failure) {
        String reason = failure.getMessage() == null
                ? ""
                : " (" + failure.getMessage().lines().findFirst().orElse("") + ")";
        return "nacre failed on " + type + ": " + failure.getClass().getSimpleName() + reason + "; please report it";
    }
}
