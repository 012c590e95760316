package dev.nacre.optimizer;

import dev.nacre.network.Parameter;
import java.util.List;

/** Dense, ReLU, Dense and cross entropy in double precision: the network of PyTorch's optimiser cases. */
final class ReferenceMlp {
    final Parameter weight0;
    final Parameter bias0;
    final Parameter weight2;
    final Parameter bias2;
    private final int in;
    private final int hidden;
    private final int classes;

    ReferenceMlp(int in, int hidden, int classes) {
        this.in = in;
        this.hidden = hidden;
        this.classes = classes;
        weight0 = new Parameter("0.weight", hidden, in);
        bias0 = new Parameter("0.bias", hidden);
        weight2 = new Parameter("2.weight", classes, hidden);
        bias2 = new Parameter("2.bias", classes);
    }

    List<Parameter> parameters() {
        return List.of(weight0, bias0, weight2, bias2);
    }

    /** The mean loss over rows from a row on; its gradient replaces the parameters' gradients. */
    double lossAndGradient(float[] x, float[] labels, int from, int rows) {
        double[][] gradients = {
            new double[hidden * in], new double[hidden], new double[classes * hidden], new double[classes]
        };
        double loss = 0;
        for (int row = from; row < from + rows; row++) {
            loss += sample(x, row * in, (int) labels[row], rows, gradients);
        }
        List<Parameter> all = parameters();
        for (int p = 0; p < gradients.length; p++) {
            for (int i = 0; i < gradients[p].length; i++) {
                all.get(p).gradients()[i] = (float) gradients[p][i];
            }
        }
        return loss / rows;
    }

    private double sample(float[] x, int offset, int label, int rows, double[][] gradients) {
        double[] h = new double[hidden];
        for (int j = 0; j < hidden; j++) {
            h[j] = bias0.values()[j];
            for (int i = 0; i < in; i++) {
                h[j] += (double) weight0.values()[j * in + i] * x[offset + i];
            }
            h[j] = Math.max(h[j], 0);
        }
        double[] exp = new double[classes];
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            double logit = bias2.values()[k];
            for (int j = 0; j < hidden; j++) {
                logit += weight2.values()[k * hidden + j] * h[j];
            }
            exp[k] = Math.exp(logit);
            sum += exp[k];
        }
        double[] dh = new double[hidden];
        for (int k = 0; k < classes; k++) {
            double d = (exp[k] / sum - (k == label ? 1 : 0)) / rows;
            gradients[3][k] += d;
            for (int j = 0; j < hidden; j++) {
                gradients[2][k * hidden + j] += d * h[j];
                dh[j] += d * weight2.values()[k * hidden + j];
            }
        }
        for (int j = 0; j < hidden; j++) {
            if (h[j] > 0) {
                gradients[1][j] += dh[j];
                for (int i = 0; i < in; i++) {
                    gradients[0][j * in + i] += dh[j] * x[offset + i];
                }
            }
        }
        return Math.log(sum) - Math.log(exp[label]);
    }
}
