package dev.nacre.data;

/**
 * Brings an image to another size by linear interpolation, whose triangle becomes as wide as what is made one pixel: no pixel is
 * passed over. The same bits on every machine, which Java's own scaling does not promise.
 */
final class Scaling {
    private Scaling() {}

    /** Where a pixel of the result comes from along one axis: the first source and the weights, which add up to 1. */
    private record Taps(int first, double[] weights) {}

    static void scale(
            byte[] from, int start, int height, int width, byte[] into, int offset, int newHeight, int newWidth) {
        Taps[] columns = taps(width, newWidth);
        Taps[] rows = taps(height, newHeight);
        double[] wide = new double[height * newWidth];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < newWidth; column++) {
                Taps taps = columns[column];
                double sum = 0;
                for (int tap = 0; tap < taps.weights.length; tap++) {
                    sum += taps.weights[tap] * (from[start + row * width + taps.first + tap] & 0xFF);
                }
                wide[row * newWidth + column] = sum;
            }
        }
        for (int row = 0; row < newHeight; row++) {
            Taps taps = rows[row];
            for (int column = 0; column < newWidth; column++) {
                double sum = 0;
                for (int tap = 0; tap < taps.weights.length; tap++) {
                    sum += taps.weights[tap] * wide[(taps.first + tap) * newWidth + column];
                }
                into[offset + row * newWidth + column] = (byte) Math.min(255, (int) (sum + 0.5));
            }
        }
    }

    private static Taps[] taps(int size, int newSize) {
        double ratio = (double) size / newSize;
        double reach = Math.max(1, ratio);
        Taps[] taps = new Taps[newSize];
        for (int place = 0; place < newSize; place++) {
            double centre = (place + 0.5) * ratio;
            int first = Math.max(0, (int) Math.floor(centre - reach));
            int end = Math.min(size, (int) Math.ceil(centre + reach));
            double[] weights = new double[end - first];
            double sum = 0;
            for (int tap = 0; tap < weights.length; tap++) {
                weights[tap] = Math.max(0, 1 - Math.abs(first + tap + 0.5 - centre) / reach);
                sum += weights[tap];
            }
            for (int tap = 0; tap < weights.length; tap++) {
                weights[tap] /= sum;
            }
            taps[place] = new Taps(first, weights);
        }
        return taps;
    }
}
