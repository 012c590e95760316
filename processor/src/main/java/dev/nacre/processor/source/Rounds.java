package dev.nacre.processor.source;

import dev.nacre.processor.Backend;
import dev.nacre.processor.model.Declarations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * Reads each network as soon as everything that it mentions is there, used networks included. What is still missing
 * when processing ends the compiler reports by itself.
 */
final class Rounds {
    private final Compilation compilation;
    private final Reporter reporter;
    private final Generation generation;
    private final Set<String> done = new HashSet<>();

    Rounds(ProcessingEnvironment environment, Backend backend) {
        this.compilation = new Compilation(environment);
        this.reporter = new Reporter(environment.getMessager());
        this.generation = new Generation(compilation, reporter, environment.getFiler(), backend);
    }

    void run(RoundEnvironment environment) {
        compilation.add(environment);
        new Scan(compilation, reporter).run(environment);
        Round round = new Round();
        for (String name : compilation.networks()) {
            if (!done.contains(name)) {
                round.guarded(name);
            }
        }
    }

    /** The readings of one round: elements are not kept longer. */
    private final class Round {
        private final Map<String, Optional<Reading>> readings = new HashMap<>();

        void guarded(String name) {
            Optional<TypeElement> type = compilation.type(name);
            if (type.isEmpty()) {
                return;
            }
            try {
                if (isReady(name, new HashSet<>())) {
                    done.add(name);
                    read(name).ifPresent(reading -> generation.run(reading, this::declaration, uses(reading)));
                }
            } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
                done.add(name);
                generation.failed(type.get(), failure);
            }
        }

        private Optional<Reading> read(String name) {
            Optional<Reading> known = readings.get(name);
            if (known == null) {
                known = compilation.type(name).map(new NetworkReader(compilation)::read);
                readings.put(name, known);
            }
            return known;
        }

        private Optional<Declarations.Network> declaration(String name) {
            return compilation.isNetworkOfThisCompilation(name)
                    ? read(name).flatMap(Reading::network)
                    : Optional.empty();
        }

        private boolean isReady(String name, Set<String> visited) {
            if (!visited.add(name)) {
                return true;
            }
            Optional<Reading> reading = read(name);
            return reading.isPresent()
                    && !reading.get().unresolved()
                    && uses(reading.get()).stream().allMatch(used -> isReady(used, visited));
        }

        /** @return the networks of this compilation that a network uses */
        private Set<String> uses(Reading reading) {
            Set<String> uses = new TreeSet<>();
            reading.network().ifPresent(network -> {
                List<Declarations.Layer> layers = new ArrayList<>(network.stack());
                for (Declarations.Block block : network.blocks()) {
                    layers.addAll(block.stack());
                    block.arguments().forEach(argument -> layers.addAll(argument.stack()));
                }
                for (Declarations.Layer layer : layers) {
                    for (Object option : layer.options().values()) {
                        if (option instanceof Declarations.UsedType used
                                && compilation.isNetworkOfThisCompilation(used.qualifiedName())) {
                            uses.add(used.qualifiedName());
                        }
                    }
                }
            });
            return uses;
        }
    }
}
