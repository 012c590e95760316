package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bits of all weights and statistics after 20 steps of training, pinned: the same on plain and vector kernels, on every
 * JDK and machine. A change here is a change of the arithmetic, of a mask or of an initial weight, and resumed trainings of
 * users change with it.
 */
class FingerprintTest {
    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("Activated", "c5569a18f9508d8b"),
            Map.entry("SmallActivated", "d25ce34a781a81ff"),
            Map.entry("SmallMlp", "10647d9b6ae5d159"),
            Map.entry("Residual", "e2e7002b80ffe8bb"),
            Map.entry("Dropped", "19beefcd4b68e575"),
            Map.entry("Mixer", "3ade4df9b4622963"),
            Map.entry("SmallDropped", "3e6f90f1b25f2d19"),
            Map.entry("Channels", "ca13194e193c1186"),
            Map.entry("Pairs", "db42abfdc250085f"),
            Map.entry("Norms", "4c2f36bc9794dee7"),
            Map.entry("TwoInputs", "324812dc02cf6c65"),
            Map.entry("TwoHeads", "4bd87bb83a39e26d"),
            Map.entry("Losses", "5c89c1ab54e25173"),
            Map.entry("Block", "4db5501873243db4"),
            Map.entry("Encoder", "bedd6646d5301103"),
            Map.entry("Xor", "6332d02aeb6d4f1b"),
            Map.entry("Iris", "611c9aeabf5b4a28"),
            Map.entry("Shuffled", "c420612c370cb878"),
            Map.entry("Survival", "a94f071b0f09a967"),
            Map.entry("Parcel", "7964162cbf2fd038"),
            Map.entry("Outer.Inner", "851ae3dfdbf5302d"),
            Map.entry("Weighted.Net", "8fdd26dbf1b4b2a0"),
            Map.entry("PlainMlp", "8d3f9005f5f69832"),
            Map.entry("Noisy", "3a99362bbfcf1aa3"),
            Map.entry("Connected", "14eb56479aa77c1b"),
            Map.entry("SmallConnected", "b3f1cd8048a9769b"),
            Map.entry("Convolved", "ca9d205b3e45fbb8"),
            Map.entry("Tracked", "3862bb851b15beb"),
            Map.entry("Signals", "7a6dbe03a8c38733"),
            Map.entry("Pooled", "b085d6d52832d13e"),
            Map.entry("SmallResNet", "5fd1d8a07b4db919"),
            Map.entry("Deep", "7369fffcc1a24b91"),
            Map.entry("Wide", "4d007c88cddb77e6"),
            Map.entry("SqueezeExcite", "129983c6e0aaeda"),
            Map.entry("Branches", "5da321f58015b62d"),
            Map.entry("UNet", "f3b747fe152ef77d"),
            Map.entry("Separable", "46bd82a83be4ba4b"),
            Map.entry("Autoencoder", "657cb36ded0bff53"),
            Map.entry("Heads", "178b963bf8261f38"));

    static Stream<Subject> all() {
        return Subjects.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void ofTwentySteps(Subject subject) {
        Network network = Training.steps(subject, subject.create().apply(2024), 20);
        assertEquals(EXPECTED.get(subject.name()), Long.toHexString(hash(network)));
    }

    /** FNV-1a over the raw bits, in the order of the names. */
    private static long hash(Network network) {
        long hash = 0xcbf29ce484222325L;
        for (Tensor tensor : new TreeMap<>(network.state()).values()) {
            for (float value : tensor.data()) {
                hash = (hash ^ Float.floatToRawIntBits(value)) * 0x100000001b3L;
            }
        }
        return hash;
    }
}
