package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.network.DropoutLayer;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rates of dropping that grow with the depth. */
class DepthsTest {
    private static final int DEPTH = 12;

    private static Map<String, Double> expected() {
        Map<String, Double> rates = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(List.of("wide.1", "wide.2", "own"));
        names.addAll(List.of("tied.1", "tied.2", "tied.3", "pairs.1.first", "pairs.1.second", "pairs.2.first"));
        names.addAll(List.of("pairs.2.second", "last.first", "last.second"));
        for (int l = 1; l <= DEPTH; l++) {
            String name = names.get(l - 1);
            boolean own = name.equals("own");
            rates.put(own ? "own.wide.dropPath" : name + ".out.branch.dropPath", (own ? 0.6 : 0.4) * l / DEPTH);
        }
        for (String pair : List.of("pairs.1", "pairs.2", "last")) {
            rates.put(pair + ".between.first.dropPath", 0.3);
        }
        return rates;
    }

    private static Map<String, Double> rates(Network network) {
        Map<String, Double> rates = new LinkedHashMap<>();
        for (DropoutLayer layer : network.dropouts().list()) {
            assertEquals(layer.p(), layer.declaredP(), layer.name());
            rates.put(layer.name(), layer.p());
        }
        return rates;
    }

    /** The l-th of L in the order in which they run, those of used networks of any depth included. */
    @Test
    void ratesAreLinear() {
        assertEquals(expected(), new LinkedHashMap<>(rates(Depths_DeepNetwork.create(1))));
    }

    /** What is used elsewhere is a network of its own, too. */
    @Test
    void aBlockAloneHasItsRate() {
        assertEquals(Map.of("out.branch.dropPath", 0.4), rates(Depths_Block6Network.create(1)));
        assertEquals(
                Map.of(
                        "first.out.branch.dropPath", 0.2,
                        "between.first.dropPath", 0.3,
                        "second.out.branch.dropPath", 0.4),
                rates(Depths_PairNetwork.create(1)));
    }

    @Test
    void filesTellWhatWasChanged(@TempDir Path folder) {
        Depths_DeepNetwork network = Depths_DeepNetwork.create(1);
        network.dropout("tied.2").p(0.9);
        assertEquals(
                Map.of("tied.2.out.branch.dropPath", 0.9), network.dropouts().changed());
        Path file = folder.resolve("deep.safetensors");
        network.save(file);
        Depths_DeepNetwork loaded = Depths_DeepNetwork.load(file);
        assertEquals(0.9, loaded.dropout("tied.2").p());
        assertEquals(
                expected().get("last.second.out.branch.dropPath"),
                loaded.dropout("last.second").p());
    }

    /** As often as its rate says, in five standard deviations. */
    @Test
    void eachDropsAtItsRate() {
        int samples = 20_000;
        Depths_DeepNetwork network = Depths_DeepNetwork.create(5).train();
        network.forward(Tensor.zeros(samples, 8));
        expected().forEach((name, p) -> {
            Tensor mask = network.dropout(name).mask();
            int each = mask.elements() / samples;
            int dropped = 0;
            for (int i = 0; i < samples; i++) {
                dropped += mask.data()[i * each] == 0 ? 1 : 0;
            }
            assertEquals(p * samples, dropped, 5 * Math.sqrt(samples * p * (1 - p)), name);
        });
    }
}
