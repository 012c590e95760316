package dev.nacre.kernel;

import java.util.Arrays;

/** Products with dropped weights, out of products and masks. */
final class ConnectionLoops {
    private ConnectionLoops() {}

    static void drop(ConnectionKernels kernels, float[] w, int elements, Connections connections) {
        if (connections.active()) {
            connections.weights(masked(kernels, w, elements, connections, 0));
        } else {
            connections.weights(w);
        }
    }

    private static float[] masked(
            ConnectionKernels kernels, float[] w, int elements, Connections connections, int sample) {
        float[] masked = connections.masked(elements);
        kernels.activate(w, masked, 1, elements, Activation.IDENTITY, connections.mask(sample, elements));
        return masked;
    }

    static void gradient(
            ConnectionKernels kernels,
            float[] g,
            float[] dw,
            int elements,
            boolean add,
            Connections connections,
            int sample) {
        if (connections.active()) {
            Mask mask = connections.mask(sample, elements);
            kernels.activateGradient(g, g, g, 1, elements, Activation.IDENTITY, mask);
        }
        if (add) {
            for (int i = 0; i < elements; i++) {
                dw[i] += g[i];
            }
        } else {
            System.arraycopy(g, 0, dw, 0, elements);
        }
    }

    static void forward(
            ConnectionKernels kernels,
            float[] x,
            float[] w,
            float[] b,
            float[] y,
            int rows,
            int in,
            int out,
            int perSample,
            Connections connections) {
        if (!connections.active()) {
            kernels.dense(x, w, b, y, rows, in, out, Activation.IDENTITY);
            return;
        }
        float[] input = connections.input(perSample * in);
        float[] output = connections.output(perSample * out);
        for (int sample = 0; sample < rows / perSample; sample++) {
            float[] masked = masked(kernels, w, in * out, connections, sample);
            System.arraycopy(x, sample * perSample * in, input, 0, perSample * in);
            kernels.dense(input, masked, b, output, perSample, in, out, Activation.IDENTITY);
            System.arraycopy(output, 0, y, sample * perSample * out, perSample * out);
        }
    }

    static void inputGradient(
            ConnectionKernels kernels,
            float[] dy,
            float[] w,
            float[] dx,
            int rows,
            int in,
            int out,
            int perSample,
            Connections connections) {
        if (!connections.active()) {
            kernels.denseInputGradient(dy, w, dx, rows, in, out);
            return;
        }
        float[] input = connections.input(perSample * in);
        float[] output = connections.output(perSample * out);
        for (int sample = 0; sample < rows / perSample; sample++) {
            float[] masked = masked(kernels, w, in * out, connections, sample);
            System.arraycopy(dy, sample * perSample * out, output, 0, perSample * out);
            kernels.denseInputGradient(output, masked, input, perSample, in, out);
            System.arraycopy(input, 0, dx, sample * perSample * in, perSample * in);
        }
    }

    static void weightGradient(
            ConnectionKernels kernels,
            float[] dy,
            float[] x,
            float[] dw,
            int rows,
            int in,
            int out,
            boolean add,
            int perSample,
            Connections connections) {
        if (!connections.active()) {
            kernels.denseWeightGradient(dy, x, dw, rows, in, out, add);
            return;
        }
        if (!add) {
            Arrays.fill(dw, 0, in * out, 0f);
        }
        float[] input = connections.input(perSample * in);
        float[] output = connections.output(perSample * out);
        float[] g = connections.gradients(in * out);
        for (int sample = 0; sample < rows / perSample; sample++) {
            System.arraycopy(x, sample * perSample * in, input, 0, perSample * in);
            System.arraycopy(dy, sample * perSample * out, output, 0, perSample * out);
            kernels.denseWeightGradient(output, input, g, perSample, in, out, false);
            gradient(kernels, g, dw, in * out, true, connections, sample);
        }
    }
}
