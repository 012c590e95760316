package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The mask of the gradient is that of the output, also where a sample has several rows. */
class TokenMaskTest {
    @Test
    void gradientsPassWhereOutputsDid() {
        TokensNetwork net = TokensNetwork.create(3).train();
        Tensor x = Tensor.zeros(2, 3, 20);
        Arrays.fill(x.data(), 1);
        float[] y = net.forward(x).toArray();
        Tensor up = Tensor.zeros(2, 3, 25);
        Arrays.fill(up.data(), 1);
        net.backward(up);
        float[] expected = new float[25];
        for (int i = 0; i < y.length; i++) {
            expected[i % 25] += y[i] == 0 ? 0 : 2;
        }
        float[] bias = net.parameters().get(1).gradient().toArray();
        assertEquals(Arrays.toString(expected), Arrays.toString(bias));
    }
}
