package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A network of the default package, which no import can name. */
class UnnamedTest {
    @Test
    void worksInTheDefaultPackage() throws ReflectiveOperationException {
        Class<?> type = Class.forName("UnnamedNetwork");
        var create = type.getDeclaredMethod("create", long.class);
        create.setAccessible(true);
        Network network = ((Network) create.invoke(null, 1L)).eval();
        Tensor output = network.forward(Batch.of(Subjects.normal(new Random(1), 2, 4, 3)));
        assertArrayEquals(new int[] {2, 20}, output.shape());
        for (int n = 0; n < 2; n++) {
            double sum = 0;
            for (int i = 0; i < 20; i++) {
                sum += output.get(n, i);
            }
            assertEquals(1, sum, 1e-6);
        }
    }
}
