package dev.nacre.processor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import dev.nacre.processor.model.Declarations.FunctionType;
import dev.nacre.processor.model.Declarations.Method;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of the classes that {@code @Apply} names. */
class FunctionTypesTest {
    private static FunctionType function(Recorder found, String network) {
        return (FunctionType) found.block(network, "y").stack().get(0).options().get("value");
    }

    private static String methods(FunctionType type) {
        return type.methods().stream()
                .map(method -> method.display() + (method.isVisible() ? "" : " hidden"))
                .collect(Collectors.joining("; "));
    }

    @Test
    void ofTheSameCompilation() {
        FunctionType type = function(
                new Javac()
                        .read(
                                "package net;\n@Network interface Net { @Apply(Outer.Fn.class) Tensor y(@In(4) Tensor x); }",
                                "package net;\nclass Outer { static class Fn { static double value(double x) { return x; }"
                                        + " private static float derivative(float x) { return 1; } void other() {} } }"),
                "net.Net");
        assertEquals(List.of("Outer", "Fn"), type.simpleNames());
        assertEquals("net", type.packageName());
        assertEquals(Optional.empty(), type.hidden());
        assertEquals("static double value(double); static float derivative(float) hidden", methods(type));
    }

    @Test
    void inheritedAndOverloaded() {
        FunctionType type = function(
                new Javac()
                        .read(
                                "\n@Network interface Net { @Apply(Child.class) Tensor y(@In(4) Tensor x); }",
                                "class Child extends Parent { static float value(float x) { return x; } }",
                                "class Parent { static float value(float x) { return 2 * x; } static double value(double x) {"
                                        + " return x; } static float derivative(float x) throws Exception { return 1; } }"),
                "Net");
        assertEquals(
                "static float value(float); static double value(double); static float derivative(float)",
                methods(type));
        assertEquals(List.of("Exception"), type.methods().get(2).thrown());
    }

    @Test
    void whatIsNoClass() {
        Recorder found =
                new Javac().read("\n@Network interface Net { @Apply(int[].class) Tensor y(@In(4) Tensor x); }");
        FunctionType type = function(found, "Net");
        assertEquals(List.of("int[]"), type.simpleNames());
        assertEquals(false, type.isClass());
    }

    /** From a class file, of another package. */
    @Test
    void compiledBefore(@TempDir Path library) throws IOException {
        Compilation compilation = new Javac()
                .compile(
                        "package lib;\npublic class Open { public static float value(float x) { return x; }"
                                + " static float derivative(float x) { return 1; } }",
                        "package lib;\nclass Closed { public static float value(float x) { return x; } }");
        Javac.write(compilation, library);
        Recorder found = new Javac()
                .onClassPath(library)
                .read("package net;\n@Network interface Net { @Apply(lib.Open.class) Tensor y(@In(4) Tensor x); }");
        assertEquals(
                "static float value(float); static float derivative(float) hidden",
                methods(function(found, "net.Net")));
        Recorder inside = new Javac()
                .onClassPath(library)
                .read("package lib;\n@Network interface Net { @Apply(Closed.class) Tensor y(@In(4) Tensor x); }");
        assertEquals(Optional.empty(), function(inside, "lib.Net").hidden());
        assertEquals(
                List.of(new Method("value", List.of("float"), "float", true, true, List.of())),
                function(inside, "lib.Net").methods());
    }
}
