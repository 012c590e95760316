package dev.nacre.processor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Mistakes in the use of the language, by text, line and column; one mistake is one error. */
class LanguageErrorsTest {
    private static void assertErrors(List<String> expected, String... sources) {
        assertEquals(
                expected.stream().sorted().toList(),
                new Javac().errors(sources).stream().sorted().toList());
    }

    @Test
    void annotationType() {
        assertErrors(
                List.of("Net.java:2:11: @Network on the annotation type Net: a network is an interface, an"
                        + " abstract class, or a class with a stack of layers; for a reusable pipeline"
                        + " write @Stack instead"),
                "\n@Network @interface Net {}");
    }

    @Test
    void typesThatGeneratedCodeCannotUse() {
        assertErrors(
                List.of(
                        "Outer.java:3:22: @Network on Outer.Net: Outer.Net is private, and the generated class"
                                + " could not see it; make Outer.Net package-private or public",
                        "Outer.java:5:18: @Network on Outer.P.Net: Outer.P is private, and the generated class"
                                + " could not see it; make Outer.P package-private or public",
                        "Outer.java:7:14: @Network on the inner class Outer.Inner: its instances need an outer"
                                + " one; make it static",
                        "Outer.java:8:14: @Network on the generic type Outer.G<K, V>: a network has no type parameters;"
                                + " remove them",
                        "Outer.java:9:21: @Network on the sealed type Outer.S: the generated class could not"
                                + " be one of its permitted subtypes; remove sealed"),
                """

                class Outer {
                    @Network private interface Net {}
                    private interface P {
                        @Network interface Net {}
                    }
                    @Network class Inner {}
                    @Network interface G<K, V extends K> {}
                    @Network sealed interface S { final class X implements S {} }
                }
                """);
    }

    @Test
    void constructors() {
        assertErrors(
                List.of(
                        "Outer.java:3:30: the generated class extends Outer.A and needs a constructor without"
                                + " parameters that is not private; Outer.A has none; add one",
                        "Outer.java:4:30: the generated class extends Outer.B and needs a constructor without"
                                + " parameters that is not private; Outer.B has none; add one",
                        "Outer.java:5:40: the generated class extends Outer.C, whose constructor throws IOException; a"
                                + " constructor that throws no checked exception is needed"),
                """

                class Outer {
                    @Network static abstract class A { private A() {} }
                    @Network static abstract class B { B(int i) {} }
                    @Network static abstract class C { C() throws java.io.IOException {} }
                }
                """);
    }

    @Test
    void blocks() {
        assertErrors(
                List.of(
                        "Net.java:3:26: the block a is generic, <T>; a block has no type parameters; remove them",
                        "Net.java:4:34: the parameter c of b takes a variable number of arguments; a parameter"
                                + " is one value; write one parameter for each",
                        "Net.java:5:12: the block d has no layer; put one on it, such as @Dense(10), or make"
                                + " it a default or static method if it is code of your own",
                        "Net.java:6:12: the block e has no layer; put one on it, such as @Dense(10), or make"
                                + " it a default or static method if it is code of your own"),
                """

                @Network interface Net {
                    @Dense(1) <T> Tensor a(@In(4) Tensor x);
                    @Dense(1) Tensor b(Tensor... c);
                    Tensor d(Tensor a);
                    Tensor e(@In(4) Tensor y);
                }
                """);
    }

    @Test
    void methodsThatAreNoBlocks() {
        assertErrors(
                List.of(
                        "Net.java:3:5: nothing reads @Dense on e, a default method; blocks are abstract"
                                + " methods; remove the annotation, or make e abstract",
                        "Net.java:4:5: nothing reads @ReLU on f, a static method; blocks are abstract methods;"
                                + " remove the annotation, or make f abstract",
                        "Net.java:5:22: nothing reads @In on g, a default method; blocks are abstract methods;"
                                + " remove the annotation, or make g abstract"),
                """

                @Network interface Net {
                    @Dense(1) default Tensor e(@In(2) Tensor a) { return a; }
                    @ReLU static Tensor f(Tensor a) { return a; }
                    default Tensor g(@In(3) Tensor a) { return a; }
                    @Dense(1) Tensor fine(@In(3) Tensor a);
                }
                """);
        assertErrors(
                List.of(
                        "Net.java:3:5: nothing reads @Dense on e, a method with a body; blocks are abstract"
                                + " methods; remove the annotation, or make e abstract",
                        "Net.java:4:9: nothing reads @In on a constructor of Net; remove the annotation"),
                """

                @Network abstract class Net {
                    @Dense(1) Tensor e(Tensor a) { return a; }
                    Net(@In(3) Tensor a) {}
                    Net() {}
                    @Dense(1) abstract Tensor fine(@In(3) Tensor a);
                }
                """);
    }

    @Test
    void classesThatAreNotAbstract() {
        assertErrors(
                List.of("Net.java:3:5: the block a stands in Net, a class that is not abstract; blocks are the abstract"
                        + " methods of an interface or an abstract class; make Net one of these"),
                """

                @Network class Net {
                    @Dense(1) Tensor a(@In(4) Tensor x) { return x; }
                    @Dense(1) Tensor b(Tensor a) { return a; }
                }
                """);
        assertErrors(
                List.of("Net.java:3:14: the block a stands in Net, a class that is not abstract; blocks are"
                        + " the abstract methods of an interface or an abstract class; make Net one of"
                        + " these"),
                """

                class Net {
                    Tensor a(@In(4) Tensor x) { return x; }
                }
                """);
        assertErrors(
                List.of("Net.java:4:31: the block x stands in Net, an enum; blocks are the abstract methods of"
                        + " an interface or an abstract class; make Net one of these"),
                """

                @Network enum Net {
                    A { @Override Tensor x(Tensor x) { return x; } };
                    @Dense(1) abstract Tensor x(Tensor x);
                }
                """);
    }

    @Test
    void networkForgotten() {
        assertErrors(
                List.of("Net.java:3:5: nothing reads @Dense here: add @Network to Net; if networks of another"
                        + " compilation inherit its blocks, add @SuppressWarnings(\"nacre:unread\")"),
                """

                interface Net {
                    @Dense(1) Tensor a(@In(4) Tensor x);
                    @Dense(1) Tensor b(@In(4) Tensor x);
                }
                """);
        assertErrors(List.of("Net.java:2:1: nothing reads @Dense here: add @Network to Net"), """

                @Dense(1) @ReLU interface Net {
                    @Dense(1) Tensor a(@In(4) Tensor x);
                }
                """);
        assertErrors(
                List.of("Net.java:2:7: nothing reads @Hidden here: add @Network to Net"),
                "\nfinal @Hidden class Net {}",
                "\n@Stack @Dense(3) @interface Hidden {}");
    }

    @Test
    void stackForgotten() {
        assertErrors(
                List.of("Hidden.java:2:1: nothing reads @Dense here: add @Stack to @Hidden"),
                "\n@Dense(3) @ReLU @interface Hidden {}",
                "\n@Network interface Net { @Hidden Tensor a(@In(1) Tensor x); }");
    }

    @Test
    void composites() {
        String net = "\n@Network interface Net { @Hidden Tensor a(@In(1) Tensor x); }";
        assertErrors(
                List.of("Hidden.java:2:8: @In on the pipeline @Hidden: only a network has inputs; remove it,"
                        + " and write @In where the pipeline is used"),
                net,
                "\n@Stack @In(3) @Dense(1) @interface Hidden {}");
        assertErrors(
                List.of("Hidden.java:2:42: @Stack on @Hidden, which has the member units; a reusable pipeline takes no"
                        + " options; remove units"),
                net,
                "\n@Stack @Dense(1) @interface Hidden { int units() default 1; }");
        assertErrors(
                List.of("Hidden.java:2:9: the pipeline @Hidden has no layer; put one on it, such as"
                        + " @Dense(10), or remove @Stack"),
                net,
                "\n@Stack @interface Hidden {}");
    }

    @Test
    void cyclesOfCompositesAreOneMistake() {
        assertErrors(
                List.of("Ash.java:2:14: the pipeline @Ash contains itself: @Ash -> @Oak -> @Elm -> @Ash; remove one of"
                        + " these"),
                "\n@Network interface Net { @Oak Tensor a(@In(1) Tensor x); @Ash Tensor b(Tensor a); }",
                "\n@Stack @Ash @interface Elm {}",
                "\n@Stack @Elm @interface Oak {}",
                "\n@Stack @Oak @interface Ash {}");
    }

    @Test
    void clashesOfGeneratedNames() {
        assertErrors(
                List.of("A_B.java:2:27: both A.B and A_B would be generated as A_BNetwork; rename one of them"),
                "\n@Network @In(4) @Dense(1) interface A_B {}",
                "\nclass A { @Network @In(4) @Dense(1) interface B {} }");
        for (String suffix : List.of("Network", "Predictor")) {
            assertErrors(
                    List.of("Net.java:3:27: the generated class of Net is Net" + suffix
                            + ", and a class of this name exists already; rename one of them"),
                    "package p;\n\n@Network @In(4) @Dense(1) interface Net {}",
                    "package p;\nclass Net" + suffix + " {}");
        }
    }

    @Test
    void blocksInheritedTwice() {
        assertErrors(
                List.of("Net.java:2:10: the block x comes from A and from B, with layers in both; redeclare x"
                        + " in Net to say which"),
                """

                @Network interface Net extends A, B {}
                interface A { @Dense(1) Tensor x(@In(1) Tensor y); }
                interface B { @Dense(1) Tensor x(@In(1) Tensor y); }
                """);
    }

    @Test
    void valueTypesThatGeneratedCodeCannotSee() {
        assertErrors(
                List.of(
                        "Outer.java:5:52: the type Outer.R of y is not visible to the generated class; make it"
                                + " package-private or public",
                        "Outer.java:6:11: the type Outer.E of z is not visible to the generated class; make it"
                                + " package-private or public"),
                """

                class Outer {
                    private enum E { A }
                    private record R(float x) {}
                    @Network interface Net { @Dense Tensor x(@In R y,
                        E z); }
                }
                """);
    }

    /** Package-private is what they are, and of no use from another package. */
    @Test
    void valueTypesOfAnotherPackage() {
        assertErrors(
                List.of(
                        "Vis.java:3:33: the type Kind of kind is not visible to the generated class; make it public: its"
                                + " package is another",
                        "Vis.java:3:52: the type Hidden.Inner of inner is not visible to the generated class; make Hidden"
                                + " public: its package is another"),
                """
                package app;
                @Network interface Net { @Dense(3) Tensor a(@In far.Vis vis); }
                """,
                """
                package far;

                public record Vis(float x, Kind kind, Hidden.Inner inner) {}
                """,
                """
                package far;
                enum Kind { A, B }
                """,
                """
                package far;
                class Hidden { public enum Inner { A, B } }
                """);
    }

    @Test
    void repeatsOnMethodsAreLeftToTheCompiler() {
        assertErrors(
                List.of("Net.java:2:26: container dev.nacre.annotations.Dense.Repeated is not applicable to element"
                        + " x(dev.nacre.tensor.Tensor)"),
                "\n@Network interface Net { @Dense(1) @Dense(2) Tensor x(@In(4) Tensor y); }");
    }

    @Test
    void mistakesOfTheLanguageItselfMakeNoNoise() {
        Stream.of(
                        "@Network @In(4) @Dense(\"x\") class Net {}",
                        "@Network @In(4) @Dense @Repeat class Net {}",
                        "@Network @In(4) @Dense(Nowhere.X) class Net {}",
                        "@Network @In(4) @Use(Nowhere.class) class Net {}",
                        "@Network @In(4) @Dense(2) @Nowhere class Net {}",
                        "@Network @In(4) @Dense(2) class Net extends Nowhere {}",
                        "@Network @In(4) @Dense(1) class Net implements Runnable {}",
                        "@Network interface Net { @Dense(1) Tensor x(Nowhere y); }",
                        "@Network interface Net { @Dense(1) Nowhere x(Tensor y); }",
                        "@Network interface Net { @Dense(1) Tensor x(@Nowhere Tensor y); }",
                        "@Network interface Net { @Dense(1) Tensor x(@In Point y); record Point(Nowhere m) {} }",
                        "@Network interface Net { @Dense(1) Tensor x(Tensor y) }",
                        "@Network interface Net { @Dense(1) Tensor x(Tensor y); @Dense(1) Tensor x(Tensor z); }")
                .forEach(source -> {
                    List<String> errors = new Javac().errors("\n" + source);
                    assertEquals(1, errors.size(), () -> source + " gives " + errors);
                });
    }
}
