package dev.nacre.processor.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the user wrote, free of compiler types: the only thing that the source package hands on. */
public final class Declarations {
    private Declarations() {}

    /** What kind of type carries {@code @Network}. */
    public enum Kind {
        /** The generated class implements it. */
        INTERFACE,
        /** The generated class extends it. */
        ABSTRACT_CLASS,
        /** Any other type with a stack of layers: the generated class stands alone. */
        OTHER
    }

    /**
     * A type with {@code @Network}.
     *
     * @param packageName empty for the default package
     * @param simpleNames the outermost type's name first
     * @param kind interface, abstract class, or other
     * @param isPublic whether it and all types around it are public
     * @param stack the layers on the type, in source order, composites resolved; initialisers among them
     * @param input the {@code @In} on the type, if any
     * @param blocks the abstract methods, in source order, inherited ones first
     * @param methodNames the names of all methods that the type has or inherits, those of Object aside
     * @param suppressed the lints that {@code @SuppressWarnings("nacre:...")} on the type silences, without the prefix
     * @param javacLints the warnings that a compiler would have for the generated class because of what the user wrote
     * @param position the type
     */
    public record Network(
            String packageName,
            List<String> simpleNames,
            Kind kind,
            boolean isPublic,
            List<Layer> stack,
            Optional<Input> input,
            List<Block> blocks,
            Set<String> methodNames,
            Set<String> suppressed,
            Set<String> javacLints,
            Position position) {
        /** @return the name as an import has it */
        public String qualifiedName() {
            String joined = String.join(".", simpleNames);
            return packageName.isEmpty() ? joined : packageName + "." + joined;
        }

        /** @return {@code Outer_Inner}: what generated names begin with */
        public String baseName() {
            return String.join("_", simpleNames);
        }
    }

    /**
     * An abstract method.
     *
     * @param name the block's name
     * @param stack the layers on the method, in source order, composites resolved
     * @param arguments the parameters
     * @param result the declared result
     * @param isPublic whether the method is public (in an abstract class it may be protected or package-private)
     * @param suppressed the lints that the method silences
     * @param position the method
     */
    public record Block(
            String name,
            List<Layer> stack,
            List<Argument> arguments,
            Type result,
            boolean isPublic,
            Set<String> suppressed,
            Position position) {}

    /**
     * A parameter of a block.
     *
     * @param name whose value flows in
     * @param type the declared type
     * @param stack the layers on the parameter, which transform this edge
     * @param input its {@code @In}, if any
     * @param position the parameter
     */
    public record Argument(String name, Type type, List<Layer> stack, Optional<Input> input, Position position) {}

    /**
     * An {@code @In}.
     *
     * @param shape as written, the batch left out; empty where it follows from a record
     * @param position the annotation
     */
    public record Input(List<Integer> shape, Position position) {}

    /**
     * An annotation of the language on something: a layer, a {@code Use}, a {@code Repeat} or an initialiser.
     *
     * @param name the annotation's simple name, such as Dense
     * @param options every option with its value, defaults included: Integer, Long, Double, Boolean, String (also for
     *     enum constants), {@link UsedType} or, for {@code @Apply}, {@link FunctionType} for
     *     classes, or a List of these
     * @param written the options that the user wrote
     * @param position the annotation; for a layer of a composite, the composite where it was used
     */
    public record Layer(String name, Map<String, Object> options, Set<String> written, Position position) {}

    /**
     * A class named by {@code @Use}.
     *
     * @param packageName of the type
     * @param simpleNames the outermost type's name first
     * @param isNetwork whether it has {@code @Network}
     * @param compiled the plan of its generated class, where that was compiled before; empty in the same compilation
     */
    public record UsedType(
            String packageName, List<String> simpleNames, boolean isNetwork, Optional<CompiledPlan> compiled) {
        /** @return the name as an import has it */
        public String qualifiedName() {
            String joined = String.join(".", simpleNames);
            return packageName.isEmpty() ? joined : packageName + "." + joined;
        }
    }

    /**
     * A class named by {@code @Apply}.
     *
     * @param packageName of the type; empty where it is no class
     * @param simpleNames the outermost type's name first; for what is no class, the type as written
     * @param isClass whether it can have methods at all
     * @param hidden the type, or the one around it, that generated code cannot see
     * @param methods those called value or derivative, inherited ones too
     */
    public record FunctionType(
            String packageName,
            List<String> simpleNames,
            boolean isClass,
            Optional<String> hidden,
            List<Method> methods) {}

    /**
     * A method of a class of the user's.
     *
     * @param name value or derivative
     * @param parameters the types, as written in source
     * @param result the type, as written in source
     * @param isStatic whether it can be called without an object
     * @param isVisible whether generated code can see it
     * @param thrown the checked exceptions it declares
     */
    public record Method(
            String name,
            List<String> parameters,
            String result,
            boolean isStatic,
            boolean isVisible,
            List<String> thrown) {
        /** @return whether it is a function of one number of this type: float or double */
        public boolean computes(String number) {
            return parameters.equals(List.of(number)) && result.equals(number);
        }

        /** @return {@code static float value(float)} */
        public String display() {
            return (isStatic ? "static " : "") + result + " " + name + "(" + String.join(", ", parameters) + ")";
        }
    }

    /**
     * The {@code @Plan} of a compiled network, as written.
     *
     * @param inputs {@code name:1x28x28} each, in order of declaration
     * @param outputs likewise
     * @param parameters the number of parameters' elements
     * @param multiplyAdds of one sample
     * @param linearPaths how many layers drop more the deeper they are
     */
    public record CompiledPlan(
            int version,
            List<String> inputs,
            List<String> outputs,
            long parameters,
            long multiplyAdds,
            int linearPaths) {}

    /** The type of a parameter or a result. */
    public sealed interface Type {
        /** @return the type as a user would write it in a message */
        String display();
    }

    /** The types that stand for themselves. */
    public enum SimpleType implements Type {
        TENSOR("Tensor"),
        LOSS("Loss"),
        LABEL("Label"),
        TARGET("Target"),
        SAMPLE_WEIGHTS("SampleWeights"),
        BOOLEAN("boolean"),
        INT("int"),
        FLOAT("float"),
        VOID("void");

        private final String display;

        SimpleType(String display) {
            this.display = display;
        }

        @Override
        public String display() {
            return display;
        }
    }

    /** A user's enum. */
    public record EnumType(String packageName, List<String> simpleNames, List<String> constants) implements Type {
        @Override
        public String display() {
            return simpleNames.get(simpleNames.size() - 1);
        }
    }

    /** A user's record. Two are equal where their names are: positions of components differ by who reads it. */
    public record RecordType(String packageName, List<String> simpleNames, List<Component> components) implements Type {
        @Override
        public String display() {
            return simpleNames.get(simpleNames.size() - 1);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof RecordType record
                    && packageName.equals(record.packageName)
                    && simpleNames.equals(record.simpleNames);
        }

        @Override
        public int hashCode() {
            return 31 * packageName.hashCode() + simpleNames.hashCode();
        }
    }

    /**
     * A component of a record.
     *
     * @param name its accessor
     * @param kind what it is, if nothing on it says otherwise
     * @param type as declared, for people: {@code float}, {@code Port}
     * @param enumType its enum, where it is one
     * @param stack the layers on it, in source order, composites resolved
     * @param position the component, or the parameter that uses the record where it lies elsewhere
     */
    public record Component(
            String name,
            ComponentKind kind,
            String type,
            Optional<EnumType> enumType,
            List<Layer> stack,
            Position position) {}

    /** How a component of a record becomes elements of a tensor. */
    public enum ComponentKind {
        /** byte, short, int, long, float, double and their boxes: one element. */
        NUMBER,
        /** boolean and Boolean: one element, 0 or 1. */
        BOOLEAN,
        /** an enum: one element per constant, one of them 1. */
        ENUM,
        /** anything else: an error of the model. */
        OTHER
    }

    /** Any other type, which is an error wherever it stands. */
    public record OtherType(String display) implements Type {}
}
