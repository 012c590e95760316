package dev.nacre.processor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.nacre.processor.NacreProcessor;
import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** What happens when: deferral, order, failures, what is written. */
class RoundsTest {
    private static final Comparator<String> ORDER = Comparator.comparing(text -> text.contains("symbol") ? 1 : 0);

    /** Writes its sources one by one, one in each round. */
    private static final class Generator extends AbstractProcessor {
        private final TreeMap<String, String> sources;

        Generator(Map<String, String> sources) {
            this.sources = new TreeMap<>(sources);
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            Map.Entry<String, String> next = round.processingOver() ? null : sources.pollFirstEntry();
            if (next != null) {
                try (Writer writer =
                        processingEnv.getFiler().createSourceFile(next.getKey()).openWriter()) {
                    writer.write(Javac.withImports(next.getValue()));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
            return false;
        }
    }

    @Test
    void waitsForTypesThatAnotherProcessorGenerates() {
        Recorder found = new Javac()
                .with(new Generator(Map.of(
                        "Flower", "record Flower(float length, Kind kind) {}",
                        "Kind", "enum Kind { A, B }",
                        "Late", "@Stack @Dense(Width.WIDTH) @ReLU @interface Late {}",
                        "Width", "class Width { static final int WIDTH = 7; }")))
                .read("""

                        @Network
                        interface Net {
                            @Late Tensor hidden(@In Flower flower);
                            @Dense(Width.WIDTH) Tensor logits(Tensor hidden);
                            @CrossEntropy Loss loss(Tensor logits, Kind kind);
                        }
                        """);
        assertEquals("Dense(7) ReLU", Recorder.text(found.block("Net", "hidden").stack()));
        assertEquals("Dense(7)", Recorder.text(found.block("Net", "logits").stack()));
        Declarations.RecordType flower = (Declarations.RecordType)
                found.block("Net", "hidden").arguments().get(0).type();
        assertEquals(
                List.of("A", "B"),
                flower.components().get(1).enumType().orElseThrow().constants());
        assertEquals(Set.of("Net"), found.networks.keySet());
    }

    @Test
    void waitsForNetworksThatAreGenerated() {
        Recorder found = new Javac()
                .with(new Generator(Map.of(
                        "Inner",
                        "@Network @In(4) @Dense(Size.SIZE) interface Inner {}",
                        "Size",
                        "class Size { static final int SIZE = 3; }")))
                .read("\n@Network interface Net { @Use(Inner.class) Tensor out(@In(4) Tensor x); }\n");
        assertEquals(List.of("Inner", "Net"), List.copyOf(found.networks.keySet()));
    }

    @Test
    void usesOfAWaitingNetworkWait() {
        Javac javac = new Javac()
                .with(new Generator(Map.of("A", "class A {}", "Size", "class Size { static final int SIZE = 3; }")));
        javac.recorder.toLookUp.add("Inner");
        Recorder found = javac.read("""

                @Network interface Net { @Use(Inner.class) Tensor out(@In(4) Tensor x); }
                @Network @In(4) @Dense(Size.SIZE) interface Inner {}
                """);
        assertEquals(
                3,
                found.lookedUp
                        .get("Inner")
                        .orElseThrow()
                        .stack()
                        .get(0)
                        .options()
                        .get("value"));
    }

    @Test
    void whatNeverComesIsLeftToTheCompiler() {
        Javac javac = new Javac();
        List<String> errors = javac.errors(
                """

                @Network
                interface Net {
                    @Dense(3) Nowhere a(@In(4) Tensor x);
                    Tensor noLayer(Tensor a);
                }
                """,
                "\n@Network interface Other { @Use(Absent.class) Tensor a(@In(4) Tensor x); }\n",
                "\n@Network @In(4) @Dense(3) interface Whole {}\n");
        assertEquals(2, errors.size(), errors::toString);
        assertTrue(errors.stream().allMatch(error -> error.contains("cannot find symbol")), errors::toString);
        assertEquals(Set.of("Whole"), javac.recorder.networks.keySet());
    }

    @Test
    void missingTypesInCodeOfTheUsersOwnDoNotMatter() {
        Javac javac = new Javac();
        List<String> errors = javac.errors("""

                @Network
                interface Net {
                    @Dense(3) Tensor a(@In(4) Tensor x);
                    default void own(Nowhere missing) {}
                }
                """);
        assertEquals(1, errors.size(), errors::toString);
        assertEquals(Set.of("Net"), javac.recorder.networks.keySet());
    }

    @Test
    void networksAreSortedByName() {
        Recorder found = new Javac()
                .read(
                        """
                        package p;
                        class C {
                            @Network @In(4) @Dense(3) interface Z {}
                            @Network @In(4) @Dense(3) interface A {}
                        }
                        @Network @In(4) @Dense(3) interface B {}
                        """,
                        "\n@Network @In(4) @Dense(3) interface X {}\n",
                        "package p;\n@Network @In(4) @Dense(3) interface A {}\n");
        assertEquals(List.of("X", "p.A", "p.B", "p.C.A", "p.C.Z"), List.copyOf(found.networks.keySet()));
    }

    @Test
    void othersAreTheNetworksOfThisCompilation() {
        Javac javac = new Javac();
        javac.recorder.toLookUp.addAll(List.of("p.B", "p.Plain", "java.lang.String", "p.None"));
        Recorder found = javac.read(
                "package p;\n@Network @In(4) @Dense(3) interface A {}\nclass Plain {}\n",
                "package p;\n@Network @In(4) @Dense(3) interface B {}\n");
        assertEquals(found.networks.get("p.B"), found.lookedUp.get("p.B").orElseThrow());
        assertEquals(
                Set.of("p.Plain", "java.lang.String", "p.None"),
                found.lookedUp.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(Optional.empty()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    @Test
    void aFailureIsAnErrorOfItsTypeAlone() {
        Javac javac = new Javac();
        javac.recorder.check = (network, problems) -> {
            if (network.baseName().equals("Bad")) {
                throw new IllegalStateException("first line\n\tat some.where");
            }
            if (network.baseName().equals("Deep")) {
                throw new StackOverflowError();
            }
        };
        Compilation compilation = javac.compile(
                "\n@Network @In(4) @Dense(3) interface Bad {}\n",
                "\n@Network @In(4) @Dense(3) interface Deep {}\n",
                "\n@Network @In(4) @Dense(3) interface Good {}\n");
        assertEquals(
                List.of(
                        "Bad.java:2:27: nacre failed on Bad: IllegalStateException (first line); please report it",
                        "Deep.java:2:27: nacre failed on Deep: StackOverflowError; please report it"),
                Javac.diagnostics(compilation));
        assertTrue(javac.recorder.networks.containsKey("Good"));
    }

    @Test
    void nothingIsWrittenForATypeWithAnError() {
        Javac javac = new Javac();
        javac.recorder.check = (network, problems) -> {
            if (!network.baseName().equals("Good")) {
                boolean bad = network.baseName().equals("Bad");
                problems.accept(new Problem(
                        bad ? Problem.Severity.ERROR : Problem.Severity.WARNING, network.position(), "as told"));
            }
        };
        List<String> found = javac.errors(
                "\n@Network @In(4) @Dense(3) interface Bad {}\n",
                "\n@Network @In(4) @Dense(3) interface Good {}\n",
                "\n@Network @In(4) @Dense(3) interface Warned {}\n",
                "\nclass User { GoodNetwork good; BadNetwork bad; WarnedNetwork warned; }\n");
        assertEquals(
                List.of("Bad.java:2:27: as told", "Warned.java:2:27: as told", "User.java:2:32: cannot find symbol"),
                found.stream()
                        .map(text -> text.lines().findFirst().orElseThrow())
                        .sorted(ORDER)
                        .toList());
    }

    @Test
    void theSameProblemIsPrintedOnce() {
        Javac javac = new Javac();
        javac.recorder.check = (network, problems) -> problems.accept(
                new Problem(Problem.Severity.WARNING, network.blocks().get(0).position(), "inherited"));
        Compilation compilation = javac.compile("""

                interface Base { @Dense(3) Tensor out(@In(4) Tensor x); }
                @Network interface A extends Base {}
                @Network interface B extends Base {}
                """);
        assertEquals(List.of("Base.java:2:35: inherited"), Javac.diagnostics(compilation));
    }

    @Test
    void claimsItsAnnotations() {
        NacreProcessor processor = new NacreProcessor();
        assertEquals(
                Set.of("dev.nacre.annotations.*", "javax.annotation.processing.Generated"),
                processor.getSupportedAnnotationTypes());
        assertEquals(SourceVersion.latest(), processor.getSupportedSourceVersion());
        Compilation compilation = Compiler.javac()
                .withProcessors(new NacreProcessor(new Recorder()))
                .withOptions("-Xlint:all", "-Werror")
                .compile(JavaFileObjects.forSourceString(
                        "p.Net",
                        Javac.withImports("package p;\n@Network @In(4) @Dense(3) @ReLU @Dense(2) interface Net {}")));
        assertEquals(List.of(), Javac.diagnostics(compilation));
        assertEquals(Compilation.Status.SUCCESS, compilation.status());
    }
}
