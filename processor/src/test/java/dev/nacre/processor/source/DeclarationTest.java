package dev.nacre.processor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Declarations.ComponentKind;
import dev.nacre.processor.model.Declarations.EnumType;
import dev.nacre.processor.model.Declarations.Kind;
import dev.nacre.processor.model.Declarations.RecordType;
import dev.nacre.processor.model.Declarations.SimpleType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the user wrote arrives whole. */
class DeclarationTest {
    @Test
    void theNetworkOfTheReadme() {
        Recorder found = new Javac().read("""
                        package vision;
                        @Network
                        public interface FashionMlp {
                            @Flatten @Dense(256) @ReLU @Dropout(0.2) Tensor hidden1(@In({1, 28, 28}) Tensor image);
                            @Dense(256) @ReLU @Dropout(0.5)          Tensor hidden2(Tensor hidden1);
                            @Dense(10)                               Tensor logits(Tensor hidden2);
                            @CrossEntropy                            Loss   loss(Tensor logits, Label label);
                        }
                        """);
        Declarations.Network network = found.network("vision.FashionMlp");
        assertEquals("vision", network.packageName());
        assertEquals(List.of("FashionMlp"), network.simpleNames());
        assertEquals(Kind.INTERFACE, network.kind());
        assertTrue(network.isPublic());
        assertEquals(
                List.of("hidden1", "hidden2", "logits", "loss"),
                network.blocks().stream().map(Declarations.Block::name).toList());
        assertEquals(Set.of("hidden1", "hidden2", "logits", "loss"), network.methodNames());
        Declarations.Argument image = network.blocks().get(0).arguments().get(0);
        assertEquals("image", image.name());
        assertEquals(SimpleType.TENSOR, image.type());
        assertEquals(Optional.of(List.of(1, 28, 28)), image.input().map(Declarations.Input::shape));
        Declarations.Block loss = network.blocks().get(3);
        assertEquals(SimpleType.LOSS, loss.result());
        assertEquals(
                List.of(SimpleType.TENSOR, SimpleType.LABEL),
                loss.arguments().stream().map(Declarations.Argument::type).toList());
        assertTrue(loss.isPublic());
    }

    @Test
    void optionsWithDefaultsAndWhatIsWritten() {
        Recorder found = new Javac().read("""

                        @Network @In(4) @Dense(bias = false) @BatchNorm(momentum = 1) @Use(Other.Inner.class) @Repeat(2)
                        class Net {
                            static final int WIDTH = 3;
                        }
                        class Other {
                            @Network @In({2, 2}) @Dense(Net.WIDTH * 2) static class Inner {}
                            @Network @In @ReLU static class Empty {}
                        }
                        """);
        List<Declarations.Layer> stack = found.network("Net").stack();
        assertEquals(Map.of("value", 0, "bias", false), stack.get(0).options());
        assertEquals(Set.of("bias"), stack.get(0).written());
        assertEquals(
                Map.of("momentum", 1.0, "epsilon", 1e-5, "affine", true),
                stack.get(1).options());
        Declarations.UsedType used =
                (Declarations.UsedType) stack.get(2).options().get("value");
        assertEquals(new Declarations.UsedType("", List.of("Other", "Inner"), true, Optional.empty()), used);
        assertEquals(Map.of("value", 2, "shared", false), stack.get(3).options());
        assertEquals(6, found.network("Other.Inner").stack().get(0).options().get("value"));
        assertEquals(Optional.of(List.of(2, 2)), input(found, "Other.Inner"));
        assertEquals(Optional.of(List.of()), input(found, "Other.Empty"));
        assertEquals(Optional.of(List.of(4)), input(found, "Net"));
    }

    private static Optional<List<Integer>> input(Recorder found, String network) {
        return found.network(network).input().map(Declarations.Input::shape);
    }

    @Test
    void typesThatAreUsedButNoNetworks() {
        Recorder found = new Javac().read("""

                        @Network @In(4) @Use(String.class) class A {}
                        @Network @In(4) @Use(int.class) class B {}
                        @Network @In(4) @Use(int[][].class) class C {}
                        """);
        assertEquals(
                new Declarations.UsedType("java.lang", List.of("String"), false, Optional.empty()),
                found.network("A").stack().get(0).options().get("value"));
        assertEquals(
                List.of("int"),
                ((Declarations.UsedType)
                                found.network("B").stack().get(0).options().get("value"))
                        .simpleNames());
        assertEquals(
                List.of("int[][]"),
                ((Declarations.UsedType)
                                found.network("C").stack().get(0).options().get("value"))
                        .simpleNames());
    }

    @Test
    void recordsAndEnums() {
        Recorder found = new Javac().read("""
                        package flowers;
                        @Network
                        interface Iris {
                            @Dense Tensor logits(@In Flower flower);
                            @CrossEntropy Loss loss(Tensor logits, Species species);
                            enum Species { SETOSA, VERSICOLOR, VIRGINICA; static final int N = 3; }
                            record Flower(float length, Double width, boolean wild, Boolean cut, Colour colour,
                                          byte b, short s, int i, Long l, char c, String name, float[] more) {
                                static int count;
                            }
                        }
                        enum Colour { YELLOW, APPLE { @Override int wave() { return 1; } }; int wave() { return 0; } }
                        """);
        RecordType flower = (RecordType)
                found.block("flowers.Iris", "logits").arguments().get(0).type();
        assertEquals("flowers", flower.packageName());
        assertEquals(List.of("Iris", "Flower"), flower.simpleNames());
        assertEquals(
                List.of("length", "width", "wild", "cut", "colour", "b", "s", "i", "l", "c", "name", "more"),
                flower.components().stream().map(Declarations.Component::name).toList());
        ComponentKind number = ComponentKind.NUMBER;
        ComponentKind bool = ComponentKind.BOOLEAN;
        ComponentKind other = ComponentKind.OTHER;
        assertEquals(
                List.of(
                        number,
                        number,
                        bool,
                        bool,
                        ComponentKind.ENUM,
                        number,
                        number,
                        number,
                        number,
                        other,
                        other,
                        other),
                flower.components().stream().map(Declarations.Component::kind).toList());
        assertEquals(
                Optional.of(new EnumType("flowers", List.of("Colour"), List.of("YELLOW", "APPLE"))),
                flower.components().get(4).enumType());
        assertEquals(
                new EnumType("flowers", List.of("Iris", "Species"), List.of("SETOSA", "VERSICOLOR", "VIRGINICA")),
                found.block("flowers.Iris", "loss").arguments().get(1).type());
    }

    @Test
    void otherTypesAreShownAsWritten() {
        Recorder found = new Javac().read("""

                        @Network
                        interface Net {
                            @Dense(1) java.util.Map<String, int[]> a(
                                    @In(4) double x, Integer y, Pair<Float> z, int i, float f);
                            @Dense(1) void b(@In(4) Target t) throws java.io.IOException;
                            record Pair<T>(T one) {}
                        }
                        """);
        assertEquals("Map<String, int[]>", found.block("Net", "a").result().display());
        assertEquals(
                List.of("double", "Integer", "Net.Pair<Float>", "int", "float"),
                found.block("Net", "a").arguments().stream()
                        .map(argument -> argument.type().display())
                        .toList());
        assertEquals(SimpleType.INT, found.block("Net", "a").arguments().get(3).type());
        assertEquals(
                SimpleType.FLOAT, found.block("Net", "a").arguments().get(4).type());
        assertEquals(SimpleType.VOID, found.block("Net", "b").result());
        assertEquals(
                SimpleType.TARGET, found.block("Net", "b").arguments().get(0).type());
    }

    @Test
    void abstractClassesKeepTheirOwnCode() {
        Recorder found = new Javac().read("""
                        package p;
                        @Network
                        public abstract class Net {
                            protected Net() throws IllegalStateException {}
                            Net(int ignored) {}
                            @Dense(3) protected abstract Tensor a(@In(4) Tensor x);
                            @Dense(3) public abstract Tensor b(Tensor a);
                            @Dense(3) abstract Tensor c(Tensor a);
                            int helper() { return 1; }
                            static void tool() {}
                            private void hidden() {}
                            @Override public String toString() { return ""; }
                        }
                        """);
        Declarations.Network network = found.network("p.Net");
        assertEquals(Kind.ABSTRACT_CLASS, network.kind());
        assertEquals(
                List.of(false, true, false),
                network.blocks().stream().map(Declarations.Block::isPublic).toList());
        assertEquals(Set.of("a", "b", "c", "helper", "tool", "hidden", "toString"), network.methodNames());
    }

    @Test
    void otherKindsOfTypesWithAStack() {
        Recorder found = new Javac().read("""

                        public class Outer {
                            @Network @In(4) @Dense(1) public static final class Final {}
                            @Network @In(4) @Dense(1) enum Some { A }
                            @Network @In(4) @Dense(1) record Point(int x) {}
                            public interface Deep { @Network @In(4) @Dense(1) abstract class Er {} }
                        }
                        """);
        assertEquals(Kind.OTHER, found.network("Outer.Final").kind());
        assertTrue(found.network("Outer.Final").isPublic());
        assertEquals(Kind.OTHER, found.network("Outer.Some").kind());
        assertFalse(found.network("Outer.Some").isPublic());
        assertEquals(Kind.OTHER, found.network("Outer.Point").kind());
        assertEquals(Kind.ABSTRACT_CLASS, found.network("Outer.Deep.Er").kind());
        assertEquals("Outer_Deep_Er", found.network("Outer.Deep.Er").baseName());
        assertTrue(found.network("Outer.Deep.Er").isPublic());
    }

    @Test
    void inheritedBlocks() {
        Recorder found = new Javac().read("""

                        @Network
                        abstract class Net extends Base implements Generic<Tensor> {
                            @Dense(1) abstract Tensor own(Tensor redeclared);
                            @Dense(2) @Override abstract Tensor redeclared(Tensor fromClass);
                            @Override public Tensor implemented(Tensor x) { return x; }
                        }
                        interface Generic<T> {
                            @Dense(3) T generic(T own);
                            T implemented(T x);
                            T byDefault(T x);
                            T byBase(T x);
                            boolean equals(Object other);
                            static void tool() {}
                        }
                        interface Defaulting<T> extends Generic<T> {
                            @Override default T byDefault(T x) { return x; }
                        }
                        abstract class Base implements Defaulting<Tensor> {
                            @Dense(4) abstract Tensor fromClass(@In(4) Tensor x);
                            @Dense(5) abstract Tensor redeclared(Tensor x);
                            @Override public Tensor byBase(Tensor x) { return x; }
                            private void hidden() {}
                        }
                        """);
        Declarations.Network network = found.network("Net");
        assertEquals(
                List.of("generic Dense(3)", "fromClass Dense(4)", "own Dense(1)", "redeclared Dense(2)"),
                network.blocks().stream()
                        .map(block -> block.name() + " " + Recorder.text(block.stack()))
                        .toList());
        assertEquals(SimpleType.TENSOR, network.blocks().get(0).result());
        assertEquals(
                SimpleType.TENSOR, network.blocks().get(0).arguments().get(0).type());
        assertEquals(
                Set.of("generic", "implemented", "byDefault", "byBase", "equals", "fromClass", "redeclared", "own"),
                network.methodNames());
    }

    @Test
    void theSameBlockFromTwoInterfacesIsOne() {
        Recorder found = new Javac().read("""

                        @Network interface Net extends Plain, Layered {}
                        interface Plain { Tensor out(Tensor x); }
                        interface Layered { @Dense(2) Tensor out(@In(4) Tensor x); }
                        """);
        assertEquals(1, found.network("Net").blocks().size());
        assertEquals("Dense(2)", Recorder.text(found.block("Net", "out").stack()));
    }

    @Test
    void suppressedLints() {
        Recorder found = new Javac().read("""

                        @SuppressWarnings("nacre:untrained")
                        class Outer {
                            @SuppressWarnings({"unused", "nacre:high-dropout"})
                            @Network interface Net {
                                @SuppressWarnings("nacre:no-dropout")
                                @Dense(2) Tensor out(@SuppressWarnings("nacre:double-dropout") @In(4) Tensor x);
                            }
                        }
                        """);
        assertEquals(
                Set.of("untrained", "high-dropout"), found.network("Outer.Net").suppressed());
        assertEquals(
                Set.of("no-dropout", "double-dropout"),
                found.block("Outer.Net", "out").suppressed());
    }

    @Test
    void parametersWithLayersOnly() {
        Recorder found = new Javac().read("\n@Network interface Net { Tensor out(@Dense(3) @In(4) Tensor x); }\n");
        assertEquals(List.of(), found.block("Net", "out").stack());
    }
}
