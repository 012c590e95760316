package dev.nacre.processor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import dev.nacre.processor.model.Declarations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler of Eclipse reads the same declarations, but for the order of repeated layers. */
class EcjTest {
    private static final String UNKNOWN_ORDER =
            "cannot tell the order of repeated layers with this compiler; give each block its own method";

    @TempDir
    private Path folder;

    @Test
    void declarations() throws IOException {
        String source = """
                package p;
                @Network
                public interface Net extends Base {
                    @Tanh @Dense(value = 8, bias = false) @ReLU @Dropout(0.5)
                    Tensor zebra(@In({1, 28}) @Softmax Tensor x);
                    @Hidden @Sigmoid Tensor ape(Tensor zebra, @Dense(8) @In Flower flower);
                    @CrossEntropy Loss loss(Tensor ape, Species species);
                    default void own() {}
                    @Stack @BatchNorm @Dense(3) @Tanh @interface Hidden {}
                    record Flower(
                            float length,
                            @Missing(value = 3, indicator = true) @Standardize Double width,
                            Boolean cut,
                            @Embedding(3) Species species,
                            @MinMax(low = -1) int age,
                            String name) {}
                    enum Species { SETOSA, VERSICOLOR, BLUE }
                }
                @SuppressWarnings("nacre:unread")
                interface Base {
                    @SuppressWarnings({"nacre:untrained", "nacre:no-dropout"}) @Use(Inner.class) @Repeat(3) Tensor inherited(Tensor x);
                    Tensor other(@Dense(1) Tensor x);
                }
                @Network @In(4) @Dense(3) @ReLU class Inner {}
                """;
        Ecj ecj = new Ecj(folder);
        Recorder found = ecj.compile(source);
        assertEquals("", ecj.output());
        Recorder expected = new Javac().read(source);
        assertEquals(List.copyOf(expected.networks.keySet()), List.copyOf(found.networks.keySet()));
        expected.networks.forEach((name, network) -> assertEquals(text(network), text(found.network(name))));
        assertTrue(Files.exists(folder.resolve("classes/p/NetNetwork.class")));
    }

    /** A network without its positions. */
    private static String text(Declarations.Network network) {
        return network.toString()
                .replaceAll("SourcePosition\\[element=[^]]*?(annotation=[^]]*)?(value=[^]]*)?(place=[^]]*)]", "");
    }

    @Test
    void repeatedLayersAreRefused() throws IOException {
        Ecj ecj = new Ecj(folder);
        Recorder found = ecj.compile("""
                package p;
                @Network @In(4)
                @Dense(3) @ReLU @Dense(2)
                interface Net {}
                @Network interface Other { @Pair Tensor x(@In(4) Tensor y); }
                @Stack @Dense(3) @ReLU @Dense(2)
                @interface Pair {}
                @Network @In(4) @Dense(3) @ReLU interface Fine {}
                """);
        assertEquals(
                List.of("4 " + UNKNOWN_ORDER, "7 " + UNKNOWN_ORDER),
                ecj.errors().stream().sorted().toList());
        assertEquals(Set.of("p.Fine"), found.networks.keySet());
    }

    @Test
    void classFiles() throws IOException {
        Path library = folder.resolve("library");
        Compilation compilation = new Javac()
                .option("-parameters")
                .compile(
                        "package lib;\n@Stack @Tanh @Dense(8) @ReLU public @interface Hidden {}",
                        "package lib;\n@Stack @Tanh @Dense(8) @Tanh public @interface Twice {}",
                        "package lib;\npublic enum Zoo { ZEBRA, APE, MOUSE }",
                        "package lib;\npublic record Animal(@MinMax @Missing float weight, @Embedding(3) Zoo zoo, boolean big) {}",
                        "package lib;\n@Network @In(4) @Dense(10) public interface Inner {}",
                        """
                        package lib;
                        @SuppressWarnings("nacre:unread")
                        public interface Base { @Dense(8) Tensor h(@In(4) Tensor x); }
                        """);
        assertEquals(List.of(), Javac.diagnostics(compilation));
        Javac.write(compilation, library);
        Ecj ecj = new Ecj(folder).onClassPath(library);
        Recorder found = ecj.compile("""
                package p;
                @Network interface Net {
                    @lib.Hidden @Use(lib.Inner.class) Tensor x(@In lib.Animal animal);
                    @CrossEntropy Loss loss(Tensor x, lib.Zoo zoo);
                }
                @Network interface Inherits extends lib.Base {}
                @Network interface Refused {
                    @lib.Twice Tensor x(@In(4) Tensor y);
                }
                """);
        assertEquals(
                List.of(
                        "6 the names of the parameters of h are missing from the class file of Base, and they say whose"
                                + " values flow in; compile Base with -parameters, or redeclare h in Inherits",
                        "8 the pipeline @Twice has repeated layers, and its class file does not keep their order; make it a"
                                + " @Network and @Use that, or a pipeline of pipelines without repeats"),
                ecj.errors().stream().sorted().toList());
        Declarations.Block x = found.block("p.Net", "x");
        assertEquals("Tanh Dense(8) ReLU", Recorder.text(x.stack().subList(0, 3)));
        Declarations.UsedType used =
                (Declarations.UsedType) x.stack().get(3).options().get("value");
        assertEquals(50, used.compiled().orElseThrow().parameters());
        Declarations.RecordType animal =
                (Declarations.RecordType) x.arguments().get(0).type();
        assertEquals(
                List.of("weight", "zoo", "big"),
                animal.components().stream().map(Declarations.Component::name).toList());
        assertEquals(
                List.of("MinMax Missing", "Embedding(3)", ""),
                animal.components().stream()
                        .map(component -> Recorder.text(component.stack()))
                        .toList());
        Declarations.EnumType zoo = (Declarations.EnumType)
                found.block("p.Net", "loss").arguments().get(1).type();
        // This compiler sorts the constants of class files by name, and nothing tells their order.
        assertEquals(Set.of("ZEBRA", "APE", "MOUSE"), Set.copyOf(zoo.constants()));
    }

    @Test
    void mistakes() throws IOException {
        Ecj ecj = new Ecj(folder);
        ecj.compile("""
                package p;
                @Network interface A {
                    @Dense(3) default Tensor x(Tensor y) { return y; }
                    Tensor z(Tensor y);
                    @Dense(3) Tensor v(Tensor... w);
                }
                interface B {
                    @Dense(3) Tensor x(Tensor y);
                }
                class C {
                    @Network @In(3) @ReLU class Inner {}
                    @Network @In(3) @ReLU private static class Hidden {}
                }
                """);
        assertEquals(
                List.of(
                        "11 @Network on the inner class C.Inner: its instances need an outer one; make it static",
                        "12 @Network on C.Hidden: C.Hidden is private, and the generated class could not see it; make"
                                + " C.Hidden package-private or public",
                        "3 nothing reads @Dense on x, a default method; blocks are abstract methods; remove"
                                + " the annotation, or make x abstract",
                        "4 the block z has no layer; put one on it, such as @Dense(10), or make it a default or static"
                                + " method if it is code of your own",
                        "5 the parameter w of v takes a variable number of arguments; a parameter is one"
                                + " value; write one parameter for each",
                        "8 nothing reads @Dense here: add @Network to B; if networks of another compilation inherit its"
                                + " blocks, add @SuppressWarnings(\"nacre:unread\")"),
                ecj.errors().stream().sorted().toList());
    }

    @Test
    void missingTypesAreLeftToTheCompiler() throws IOException {
        Ecj ecj = new Ecj(folder);
        Recorder found = ecj.compile("""
                package p;
                @Network interface A { @Dense(3) Tensor x(Lost y); }
                @Network interface B { @Use(Absent.class) Tensor x(@In(3) Tensor y); }
                @Network interface C { @Dense(Gone.SIZE) Tensor x(@In(3) Tensor y); }
                @Network interface D { @Away Tensor x(@In(3) Tensor y); }
                """);
        assertEquals(
                List.of(
                        "2 Lost cannot be resolved to a type",
                        "3 Absent cannot be resolved to a type",
                        "4 Gone cannot be resolved to a variable",
                        "5 Away cannot be resolved to a type"),
                ecj.errors().stream().sorted().toList());
        assertEquals(Set.of(), found.networks.keySet());
    }
}
