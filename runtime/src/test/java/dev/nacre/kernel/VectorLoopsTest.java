package dev.nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Loops of vectors stand in methods that HotSpot does not inline ({@link VectorElementary} says why). */
class VectorLoopsTest {
    /** HotSpot's FreqInlineSize. */
    private static final int INLINED = 325;

    /** The line before the code, but not that of a static initialiser. */
    private static final Pattern METHOD = Pattern.compile("([\\w$]+)\\([^\n]*\\);\n +Code:");
    /** The place of an instruction, and of the one it jumps to. */
    private static final Pattern INSTRUCTION =
            Pattern.compile("^ +(\\d+): (?:(?:goto|if\\w+) +(\\d+))?", Pattern.MULTILINE);

    /** Methods that may be inlined: into one that is not, or because they are short, called often and never mix classes of vectors. */
    private static final Map<String, String> EXCUSED = Map.of(
            "VectorPacking.rows", "only in VectorPacking.right",
            "VectorWinograd.sort", "only in VectorWinograd.patches",
            "VectorWinograd.zero", "only in VectorWinograd.patches",
            "ConvolutionTiles.oneByFour", "only in VectorConvolver.multiply",
            "VectorPooling.lanes", "once",
            "VectorTranspose.upper", "once",
            "ShortCopies.copy", "copies of some ten elements",
            "VectorElementwise.unit", "once for a batch, beside no other loop",
            "VectorReductions.largestMagnitude", "once for an array, beside no other loop");

    @Test
    void areNotInlined() throws IOException, URISyntaxException {
        Path classes = Path.of(VectorKernels.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Map<String, Integer> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.list(classes.resolve("dev/nacre/kernel"))) {
            files.filter(file -> file.toString().endsWith(".class")).forEach(file -> collect(file, sizes));
        }
        assertTrue(sizes.size() > 30, "methods with loops of vectors: " + sizes);
        Map<String, Integer> small = new TreeMap<>(sizes);
        small.values().removeIf(size -> size > INLINED);
        // The networks that are otherwise written out count nanoseconds.
        small.keySet().removeIf(name -> name.startsWith("VectorSmall.") || name.startsWith("VectorNarrow."));
        assertEquals(new TreeSet<>(EXCUSED.keySet()), small.keySet(), () -> "bytes of bytecode: " + small);
    }

    /** The sizes of methods with a jump back that call the Vector API. */
    private static void collect(Path file, Map<String, Integer> sizes) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        ToolProvider.findFirst("javap").orElseThrow().run(writer, writer, "-c", "-p", file.toString());
        if (!text.toString().contains("jdk/incubator/vector")) {
            return;
        }
        String owner = file.getFileName().toString().replace(".class", ".");
        for (String section : text.toString().split("\n\\s*\n")) {
            Matcher head = METHOD.matcher(section);
            if (!head.find() || !section.contains("jdk/incubator/vector")) {
                continue;
            }
            int at = 0;
            boolean loops = false;
            Matcher instruction = INSTRUCTION.matcher(section);
            while (instruction.find()) {
                at = Integer.parseInt(instruction.group(1));
                loops |= instruction.group(2) != null && Integer.parseInt(instruction.group(2)) < at;
            }
            if (loops) {
                // The last instruction of such a method is a return, of one byte.
                sizes.put(owner + head.group(1), at + 1);
            }
        }
    }
}
