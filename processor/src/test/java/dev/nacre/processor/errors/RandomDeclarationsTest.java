package dev.nacre.processor.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Five hundred declarations made at random, most with mistakes: the processor never fails, says something about exactly those
 * it generates nothing for, and what it generates compiles.
 */
class RandomDeclarationsTest {
    private static final int COUNT = 500;
    private static final int AT_ONCE = 50;

    @Test
    void theProcessorNeverFails() {
        for (int first = 0; first < COUNT; first += AT_ONCE) {
            TreeMap<String, String> sources = new TreeMap<>();
            Set<String> right = new HashSet<>();
            for (int i = first; i < first + AT_ONCE; i++) {
                Random random = new Random(i);
                String name = "Net" + i;
                RandomNetwork network = new RandomNetwork(name, random);
                int mutations = i % 5;
                for (int mutation = 0; mutation < mutations; mutation++) {
                    network.mutate();
                }
                if (mutations == 0) {
                    right.add(name);
                }
                sources.put(name, network.text());
            }
            check(sources, right);
        }
    }

    private static void check(TreeMap<String, String> sources, Set<String> right) {
        // Names that only a later phase would complain about do not matter here: processing is over by then.
        MemoryCompiler.Outcome outcome = MemoryCompiler.compile(files(sources), "-proc:only");
        Set<String> blamed = new HashSet<>();
        for (Diagnostic<? extends JavaFileObject> error : outcome.errors()) {
            String text = error.getMessage(Locale.ROOT);
            assertFalse(text.contains("please report it"), text);
            String file = error.getSource() == null ? "" : error.getSource().getName();
            blamed.add(file.replaceFirst(".*/", "").replace(".java", ""));
        }
        TreeMap<String, String> compiling = new TreeMap<>(sources);
        compiling.keySet().removeAll(blamed);
        assertTrue(compiling.keySet().containsAll(right), () -> "right and blamed: " + blamed);
        Set<String> generated = new HashSet<>(outcome.generated());
        for (String name : sources.keySet()) {
            boolean isGenerated = generated.contains("Around" + name + "_" + name + "Network");
            assertEquals(!blamed.contains(name), isGenerated, () -> sources.get(name) + outcome.diagnostics());
        }
        MemoryCompiler.Outcome second = MemoryCompiler.compile(files(compiling));
        assertTrue(second.success(), () -> second.errors().toString());
    }

    private static List<JavaFileObject> files(TreeMap<String, String> sources) {
        List<JavaFileObject> files = new ArrayList<>();
        files.add(MemoryCompiler.source("Shared", Fixture.IMPORTS + RandomNetwork.SHARED));
        sources.forEach((name, text) -> files.add(MemoryCompiler.source(name, Fixture.IMPORTS + text)));
        return files;
    }
}
