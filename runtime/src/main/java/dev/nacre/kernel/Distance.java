package dev.nacre.kernel;

/** The distance of two vectors in a p-norm: {@code (sum |a - b + epsilon|^p)^(1/p)}. */
final class Distance {
    private Distance() {}

    static double between(float[] a, float[] b, int at, int columns, double p, double epsilon) {
        double sum = 0;
        for (int i = at; i < at + columns; i++) {
            double d = Math.abs((double) a[i] - b[i] + epsilon);
            sum += p == 2 ? d * d : p == 1 ? d : StrictMath.pow(d, p);
        }
        return p == 2 ? Math.sqrt(sum) : p == 1 ? sum : StrictMath.pow(sum, 1 / p);
    }

    /** Adds factor times the gradient of a distance, which between equal vectors is 0. */
    static void gradient(
            float[] a,
            float[] b,
            float[] da,
            float[] db,
            int at,
            int columns,
            double p,
            double epsilon,
            double distance,
            double factor) {
        if (distance == 0) {
            return;
        }
        for (int i = at; i < at + columns; i++) {
            double d = (double) a[i] - b[i] + epsilon;
            double slope = p == 2
                    ? d / distance
                    : p == 1 ? Math.signum(d) : Math.signum(d) * StrictMath.pow(Math.abs(d) / distance, p - 1);
            da[i] += (float) (factor * slope);
            db[i] -= (float) (factor * slope);
        }
    }
}
