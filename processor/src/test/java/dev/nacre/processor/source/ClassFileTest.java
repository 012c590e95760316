package dev.nacre.processor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.nacre.processor.NacreProcessor;
import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Declarations.UsedType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Composites, networks, base types, records and enums that were compiled before. */
class ClassFileTest {
    @TempDir
    private Path library;

    private void compileLibrary(Javac javac, String... sources) throws IOException {
        Compilation compilation = javac.compile(sources);
        assertEquals(List.of(), Javac.diagnostics(compilation));
        Javac.write(compilation, library);
    }

    @Test
    void compositesOfDistinctLayers() throws IOException {
        compileLibrary(
                new Javac(),
                "package lib;\n@Stack @Tanh @Dense(8) @ReLU @Dropout(0.5) public @interface Hidden {}",
                "package lib;\n@Stack @Sigmoid @Hidden @BatchNorm public @interface Outer {}");
        Recorder found = new Javac()
                .onClassPath(library)
                .read("\n@Network @In(4) @lib.Hidden @Dense(3) @lib.Outer @Dense(2) interface Net {}");
        assertEquals(
                "Tanh Dense(8) ReLU Dropout(0.5) Dense(3) Sigmoid Tanh Dense(8) ReLU Dropout(0.5) BatchNorm Dense(2)",
                found.stack("Net"));
    }

    @Test
    void compositesOfRepeatedLayersAreRefused() throws IOException {
        compileLibrary(
                new Javac(),
                "package lib;\n@Stack @Dense(8) @ReLU @Dense(7) public @interface Pair {}",
                "package lib;\n@Stack @Tanh @Pair public @interface Outer {}");
        String text =
                "the pipeline @Pair has repeated layers, and its class file does not keep their order; make it a @Network"
                        + " and @Use that, or a pipeline of pipelines without repeats";
        assertEquals(
                List.of("Net.java:2:26: " + text, "Net.java:2:36: " + text),
                new Javac()
                        .onClassPath(library)
                        .errors("\n@Network interface Net { @lib.Pair @lib.Outer Tensor x(@In(4) Tensor y); }"));
    }

    /** What the error of the test before says to do. */
    @Test
    void compositesOfCompositesRepeatTheirLayers() throws IOException {
        compileLibrary(
                new Javac(),
                "package lib;\n@Stack @Dense(8) @ReLU public @interface First {}",
                "package lib;\n@Stack @Dense(7) @ReLU public @interface Second {}",
                "package lib;\n@Stack @First @Second public @interface Pair {}");
        Recorder found = new Javac()
                .onClassPath(library)
                .read("\n@Network interface Net { @lib.Pair Tensor x(@In(4) Tensor y); }");
        assertEquals(
                "Dense(8) ReLU Dense(7) ReLU",
                Recorder.text(found.block("Net", "x").stack()));
    }

    @Test
    void brokenCompositesAreReportedWhereTheyAreUsed() throws IOException {
        Compilation compilation = Compiler.javac()
                .withOptions("-proc:none")
                .compile(JavaFileObjects.forSourceString(
                        "lib.Sized",
                        Javac.withImports("package lib;\n@Stack @Dense(8) public @interface Sized { int value(); }")));
        Javac.write(compilation, library);
        assertEquals(
                List.of("Net.java:2:26: @Stack on @Sized, which has the member value; a reusable pipeline takes no"
                        + " options; remove value"),
                new Javac()
                        .onClassPath(library)
                        .errors("\n@Network interface Net { @lib.Sized(3) Tensor x(@In(4) Tensor y); }"));
    }

    @Test
    void usedNetworksBringTheirPlan() throws IOException {
        compileLibrary(new Javac(), "package lib;\n@Network @In(4) @Dense(10) public interface Inner {}");
        Recorder found = new Javac()
                .onClassPath(library)
                .read("\n@Network interface Net { @Use(lib.Inner.class) Tensor x(@In(4) Tensor y); }");
        UsedType used =
                (UsedType) found.block("Net", "x").stack().get(0).options().get("value");
        assertEquals(
                new UsedType(
                        "lib",
                        List.of("Inner"),
                        true,
                        Optional.of(new Declarations.CompiledPlan(1, List.of("x:4"), List.of("y:10"), 50, 40, 0))),
                used);
    }

    /** With generated classes, whose plans say it. */
    @Test
    void usedNetworksTellWhatGrowsWithTheDepth() throws IOException {
        Compilation written = Compiler.javac()
                .withProcessors(new NacreProcessor())
                .compile(
                        JavaFileObjects.forSourceString(
                                "lib.Inner",
                                Javac.withImports(
                                        "package lib;\n@Network @In(4) @DropPath(linear = true) public interface Inner {}")),
                        JavaFileObjects.forSourceString(
                                "lib.Outer",
                                Javac.withImports(
                                        "package lib;\n@Network public interface Outer { "
                                                + "@Use(Inner.class) @Repeat(3) Tensor y(@In(4) @DropPath(linear = true) Tensor x); }")));
        assertEquals(Compilation.Status.SUCCESS, written.status());
        Javac.write(written, library);
        Recorder found = new Javac()
                .onClassPath(library)
                .read("\n@Network interface Net { @Use(lib.Outer.class) Tensor x(@In(4) Tensor y); }");
        UsedType used =
                (UsedType) found.block("Net", "x").stack().get(0).options().get("value");
        assertEquals(4, used.compiled().orElseThrow().linearPaths());
    }

    @Test
    void aNetworkThatIsCompiledAgainCountsAsItIsNow() throws IOException {
        String inner = "package lib;\n@Network @In(4) @Dense(10) public interface Inner {}";
        compileLibrary(new Javac(), inner);
        Recorder found = new Javac()
                .onClassPath(library)
                .read(inner, "\n@Network interface Net { @Use(lib.Inner.class) Tensor x(@In(4) Tensor y); }");
        UsedType used =
                (UsedType) found.block("Net", "x").stack().get(0).options().get("value");
        assertEquals(Optional.empty(), used.compiled());
    }

    @Test
    void inheritedBlocksWithNames() throws IOException {
        compileLibrary(new Javac().option("-parameters"), """
                package lib;
                @SuppressWarnings("nacre:unread")
                public interface Base {
                    @Dense(8) @ReLU Tensor hidden(@In(4) @Dropout(0.1) Tensor image);
                    @Dense(8) Tensor again(Tensor hidden);
                }
                """);
        Recorder found = new Javac().onClassPath(library).read("\n@Network interface Net extends lib.Base {}");
        Declarations.Block hidden = found.block("Net", "hidden");
        assertEquals("Dense(8) ReLU", Recorder.text(hidden.stack()));
        assertEquals("image", hidden.arguments().get(0).name());
        assertEquals("Dropout(0.1)", Recorder.text(hidden.arguments().get(0).stack()));
        assertEquals(List.of(4), hidden.arguments().get(0).input().orElseThrow().shape());
        assertEquals(found.network("Net").position(), hidden.position());
    }

    @Test
    void inheritedBlocksWithoutNamesAreRefusedOnce() throws IOException {
        compileLibrary(new Javac(), """
                package lib;
                @SuppressWarnings("nacre:unread")
                public interface Base {
                    @Dense(8) Tensor hidden(@In(4) Tensor image);
                    @Dense(8) Tensor again(Tensor hidden);
                }
                """);
        assertEquals(
                List.of("Net.java:2:10: the names of the parameters of hidden are missing from the class file"
                        + " of Base, and they say whose values flow in; compile Base with -parameters,"
                        + " or redeclare hidden in Net"),
                new Javac().onClassPath(library).errors("\n@Network interface Net extends lib.Base {}"));
    }

    @Test
    void recordsAndEnums() throws IOException {
        compileLibrary(
                new Javac(),
                "package lib;\npublic enum Zoo { ZEBRA, APE, MOUSE }",
                "package lib;\npublic record Animal(float weight, Zoo zoo, String name) {}");
        Recorder found = new Javac().onClassPath(library).read("""

                        @Network interface Net {
                            @Dense(3) Tensor x(@In lib.Animal animal);
                            @CrossEntropy Loss loss(Tensor x, lib.Zoo zoo);
                        }
                        """);
        Declarations.Argument animal = found.block("Net", "x").arguments().get(0);
        Declarations.RecordType type = (Declarations.RecordType) animal.type();
        assertEquals(
                List.of("weight", "zoo", "name"),
                type.components().stream().map(Declarations.Component::name).toList());
        assertEquals(animal.position(), type.components().get(2).position());
        Declarations.EnumType zoo = (Declarations.EnumType)
                found.block("Net", "loss").arguments().get(1).type();
        assertEquals(List.of("ZEBRA", "APE", "MOUSE"), zoo.constants());
    }

    @Test
    void blocksOfAnotherPackageThatCannotBeImplemented() throws IOException {
        compileLibrary(new Javac().option("-parameters"), """
                package lib;
                @SuppressWarnings("nacre:unread")
                public abstract class Base {
                    @Dense(8) abstract Tensor hidden(@In(4) Tensor image);
                    @Dense(8) protected abstract Tensor fine(Tensor hidden);
                }
                """);
        assertEquals(
                List.of("Net.java:2:19: the block hidden of Base is package-private in another package, and"
                        + " the generated class could not implement it; make it protected or public, or"
                        + " implement it in Net"),
                new Javac().onClassPath(library).errors("\n@Network abstract class Net extends lib.Base {}"));
    }

    @Test
    void layersOnComponents() throws IOException {
        compileLibrary(
                new Javac(),
                "package lib;\npublic enum Zoo { ZEBRA, APE, MOUSE }",
                "package lib;\n@Stack @MinMax(low = -1) public @interface Scaled {}",
                """
                package lib;
                public record Animal(
                        @Missing(value = 3, indicator = true) @Standardize(epsilon = 0.5) Float weight,
                        @Embedding(4) @Missing Zoo zoo,
                        @Scaled double age,
                        boolean big) {
                    public Animal {}
                    public double age() {
                        return age;
                    }
                }
                """);
        Recorder found = new Javac()
                .onClassPath(library)
                .read("\n@Network interface Net { @Dense(3) Tensor x(@In lib.Animal animal); }");
        Declarations.RecordType animal = (Declarations.RecordType)
                found.block("Net", "x").arguments().get(0).type();
        assertEquals(
                List.of("Missing(true, 3.0) Standardize(0.5)", "Embedding(4) Missing", "MinMax(-1.0)", ""),
                animal.components().stream()
                        .map(component -> Recorder.text(component.stack()))
                        .toList());
    }
}
