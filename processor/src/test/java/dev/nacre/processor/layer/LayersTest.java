package dev.nacre.processor.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayersTest {
    /** A file in the package that is no service would be an annotation that nobody knows. */
    @Test
    void everyLayerOfThePackageIsFound() throws IOException, ReflectiveOperationException {
        List<String> found = Stream.of(Layer.Role.values())
                .flatMap(role -> Layers.names(role).stream())
                .toList();
        assertTrue(found.contains("Dense"));
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/nacre/processor/layer"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                Class<?> type = Class.forName("dev.nacre.processor.layer." + name);
                if (Layer.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                    assertTrue(found.contains(name), name);
                }
            }
        }
        assertTrue(Layers.named("Use").isEmpty());
    }

    /** An annotation without a layer, or a range for an option that it lacks, would be a processor that throws. */
    @Test
    void everyLayerHasItsAnnotationAndTheOptionsItChecks() throws ReflectiveOperationException {
        for (Layer.Role role : Layer.Role.values()) {
            for (String name : Layers.names(role)) {
                Class<?> annotation = Class.forName("dev.nacre.annotations." + name);
                for (String option : Layers.named(name).orElseThrow().ranges().keySet()) {
                    assertTrue(annotation.getMethod(option).getReturnType().isPrimitive(), name + "." + option);
                }
            }
        }
    }

    @Test
    void rangesHaveTheirBounds() {
        Range range = Range.above(0, "").upTo(1);
        assertTrue(range.contains(1));
        assertTrue(range.contains(Double.MIN_VALUE));
        assertFalse(range.contains(0));
        assertFalse(range.contains(1.0000001));
        assertFalse(Range.atLeast(0, "").contains(Double.NaN));
        assertFalse(Range.atLeast(0, "").contains(Double.POSITIVE_INFINITY));
        assertEquals("above 0 and up to 1", range.toString());
        assertEquals("0.5 or more", Range.atLeast(0.5, "").toString());
    }
}
