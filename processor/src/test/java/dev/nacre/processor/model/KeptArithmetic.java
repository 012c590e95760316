package dev.nacre.processor.model;

import java.util.OptionalDouble;

/**
 * The products of kept units of {@link Arithmetic}: weights of dropped units are left out as if they were 0, so that a mask of another
 * value gives another gradient.
 */
final class KeptArithmetic {
    private KeptArithmetic() {}

    static OptionalDouble run(String operation, Arithmetic call) {
        switch (operation) {
            case "keptDense" -> dense(call);
            case "keptDenseInputGradient" -> inputGradient(call);
            case "keptDenseWeightGradient" -> weightGradient(call);
            default -> {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(0);
    }

    private static void dense(Arithmetic call) {
        double[] x = call.array();
        double[] w = call.array();
        double[] b = call.array();
        double[] y = call.array();
        int rows = call.size();
        int in = call.size();
        int out = call.size();
        Operand.Function f = call.function();
        Object mask = call.take();
        Arithmetic.dense(x, kept(w, in, out, mask, call.take()), b, y, rows, in, out, f, mask);
    }

    private static void inputGradient(Arithmetic call) {
        double[] dy = call.array();
        double[] w = call.array();
        double[] dx = call.array();
        int rows = call.size();
        int in = call.size();
        int out = call.size();
        if (call.hasArray()) {
            double[] v = call.array();
            Operand.Function f = call.function();
            Object mask = call.take();
            Arithmetic.denseInputGradient(dy, kept(w, in, out, call.take(), mask), dx, rows, in, out);
            Arithmetic.activateGradient(v, dx.clone(), dx, rows * in, f, mask);
        } else {
            Arithmetic.denseInputGradient(dy, kept(w, in, out, call.take(), null), dx, rows, in, out);
        }
    }

    private static void weightGradient(Arithmetic call) {
        double[] dy = call.array();
        double[] x = call.array();
        double[] dw = call.array();
        double[] db = call.hasArray() ? call.array() : null;
        int rows = call.size();
        int in = call.size();
        int out = call.size();
        boolean add = call.flag();
        if (db != null) {
            Arithmetic.columnSum(dy, db, rows, out, call.flag());
        }
        double[] before = add ? dw.clone() : new double[dw.length];
        double[] product = new double[dw.length];
        Arithmetic.denseWeightGradient(dy, x, product, rows, in, out, false);
        double[] kept = kept(product, in, out, call.take(), call.take());
        for (int i = 0; i < dw.length; i++) {
            dw[i] = before[i] + kept[i];
        }
    }

    private static double[] kept(double[] w, int in, int out, Object output, Object input) {
        double[] kept = w.clone();
        for (int j = 0; j < out; j++) {
            for (int i = 0; i < in; i++) {
                if (drops(output, j) || drops(input, i)) {
                    kept[j * in + i] = 0;
                }
            }
        }
        return kept;
    }

    private static boolean drops(Object mask, int column) {
        return mask instanceof Operand.Dropout dropout
                && dropout.noise().acrossBatch()
                && !Dropping.keeps(dropout, column);
    }
}
