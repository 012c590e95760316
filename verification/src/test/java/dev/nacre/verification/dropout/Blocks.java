package dev.nacre.verification.dropout;

import java.util.Arrays;

/**
 * Channels of which squares are dropped (DropBlock), and what follows exactly from the squares being independent: how often an element
 * is kept, and how much the number of kept elements of a sample varies.
 */
record Blocks(int channels, int height, int width, int side) {
    int elements() {
        return channels * height * width;
    }

    int rowsOfSquares() {
        return height - side + 1;
    }

    int columnsOfSquares() {
        return width - side + 1;
    }

    int squares() {
        return channels * rowsOfSquares() * columnsOfSquares();
    }

    /** The paper's gamma: the probability of dropping a square, larger for the squares that are not there at the borders. */
    double gamma(double p) {
        double all = (double) height * width / (rowsOfSquares() * columnsOfSquares());
        return p == 1 ? 1 : Math.min(1, p / (side * side) * all);
    }

    /** How many squares of a channel have both of two elements of it. */
    private int common(int i, int k) {
        return along(i / width, k / width, rowsOfSquares()) * along(i % width, k % width, columnsOfSquares());
    }

    private int along(int a, int b, int places) {
        int first = Math.max(0, Math.max(a, b) - side + 1);
        int last = Math.min(places - 1, Math.min(a, b));
        return Math.max(0, last - first + 1);
    }

    /** The probability that an element of a channel is kept: that all squares with it are. */
    double kept(int element, double p) {
        int inChannel = element % (height * width);
        return Math.pow(1 - gamma(p), common(inChannel, inChannel));
    }

    /** The mean number of kept elements of a channel. */
    double mean(double p) {
        double sum = 0;
        for (int i = 0; i < height * width; i++) {
            sum += kept(i, p);
        }
        return sum;
    }

    /** Its variance: both of two elements are kept where all squares with either are. */
    double variance(double p) {
        double sum = 0;
        for (int i = 0; i < height * width; i++) {
            for (int k = 0; k < height * width; k++) {
                int either = common(i, i) + common(k, k) - common(i, k);
                sum += Math.pow(1 - gamma(p), either) - kept(i, p) * kept(k, p);
            }
        }
        return sum;
    }

    /** The elements that are in the one square of a corner: four for each channel, each a decision by itself. */
    int[] corners() {
        int[] corners = new int[4 * channels];
        for (int i = 0; i < corners.length; i++) {
            int row = (i & 2) == 0 ? 0 : height - 1;
            int column = (i & 1) == 0 ? 0 : width - 1;
            corners[i] = (i / 4 * height + row) * width + column;
        }
        return corners;
    }

    /** The elements of a sample that are kept where these squares are dropped. */
    boolean[] kept(boolean[] dropped) {
        boolean[] keep = new boolean[elements()];
        Arrays.fill(keep, true);
        int places = rowsOfSquares() * columnsOfSquares();
        for (int square = 0; square < dropped.length; square++) {
            if (dropped[square]) {
                int top = square % places / columnsOfSquares();
                int left = square % columnsOfSquares();
                for (int i = 0; i < side * side; i++) {
                    keep[(square / places * height + top + i / side) * width + left + i % side] = false;
                }
            }
        }
        return keep;
    }

    /** Dropped elements of a sample that are in no square of dropped ones. */
    int outside(boolean[] keep) {
        boolean[] whole = new boolean[squares()];
        int places = rowsOfSquares() * columnsOfSquares();
        for (int square = 0; square < whole.length; square++) {
            int top = square % places / columnsOfSquares();
            int left = square % columnsOfSquares();
            whole[square] = true;
            for (int i = 0; i < side * side; i++) {
                whole[square] &= !keep[(square / places * height + top + i / side) * width + left + i % side];
            }
        }
        return (int) Statistics.differences(kept(whole), keep);
    }
}
