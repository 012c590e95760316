package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.nacre.data.Batches;
import dev.nacre.data.Dataset;
import dev.nacre.data.Labels;
import dev.nacre.data.Samples;
import dev.nacre.kernel.Threads;
import dev.nacre.network.Batch;
import dev.nacre.optimizer.Adam;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.Sgd;
import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.lang.management.ManagementFactory;
import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole steps of a network that is large enough for threads: gather, forward, loss, backward, optimiser. */
class StepThreadsTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int BATCH = 128;

    private final int before = Threads.count();

    @AfterEach
    void restore() {
        Threads.count(before);
    }

    private static Dataset images() {
        Random random = new Random(3);
        byte[] pixels = new byte[4 * BATCH * 784];
        random.nextBytes(pixels);
        return Dataset.of(
                Samples.ofBytes(pixels, Shape.of(1, 28, 28)),
                Labels.classes(random.ints(4 * BATCH, 0, 10).toArray()));
    }

    /** Pinned, so that both providers are held to the same bits as all numbers of threads. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theBitsDoNotDependOnThem(int threads) {
        Threads.count(threads);
        FashionMlpNetwork network = FashionMlpNetwork.create(4);
        Optimizer sgd = Sgd.of(0.1f).momentum(0.9).over(network.parameters());
        Optimizer adam = Adam.of(0.001f).weightDecay(0.01).over(network.parameters());
        Batches batches = images().batches(BATCH, true);
        for (int epoch = 0; epoch < 2; epoch++) {
            for (Batch batch : batches.shuffle(1, epoch)) {
                network.loss(batch);
                network.backpropagate();
                (epoch == 0 ? sgd : adam).step();
            }
        }
        assertEquals("5f13c24b26155418", Long.toHexString(hash(network.state())));
    }

    /** FNV-1a over the raw bits, in the order of the names. */
    private static long hash(Map<String, Tensor> state) {
        long hash = 0xcbf29ce484222325L;
        for (Tensor tensor : new TreeMap<>(state).values()) {
            for (float value : tensor.data()) {
                hash = (hash ^ Float.floatToRawIntBits(value)) * 0x100000001b3L;
            }
        }
        return hash;
    }

    /** The helping threads are counted as well. */
    @Test
    void noThreadAllocates() {
        assumeTrue(
                "plain".equals(System.getProperty("nacre.kernels"))
                        || Runtime.version().feature() > 17,
                "vectors may stay objects on JDK 17");
        Threads.count(2);
        FashionMlpNetwork network = FashionMlpNetwork.create(4);
        Optimizer optimizer = Sgd.of(0.01f).over(network.parameters());
        Batches batches = images().batches(BATCH, true);
        Iterator<Batch> epoch = batches.shuffle(1, 0).iterator();
        long[] threads = {};
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 3000 && least > 0; round++) {
            if (!epoch.hasNext()) {
                epoch = batches.shuffle(1, round).iterator();
            }
            if (round == 1) {
                threads = measured();
            }
            long allocated = allocated(threads);
            network.loss(epoch.next());
            network.backpropagate();
            optimizer.step();
            long after = allocated(threads);
            if (round > 0) {
                least = Math.min(least, after - allocated);
            }
        }
        assertEquals(0, least);
    }

    /** This thread and the helping ones. */
    private static long[] measured() {
        return Stream.concat(
                        Stream.of(Thread.currentThread()),
                        Thread.getAllStackTraces().keySet().stream()
                                .filter(thread -> thread.getName().startsWith("nacre-worker-")))
                .mapToLong(Thread::getId)
                .toArray();
    }

    private static long allocated(long[] threads) {
        long sum = 0;
        for (long thread : threads) {
            sum += THREADS.getThreadAllocatedBytes(thread);
        }
        return sum;
    }
}
