package dev.nacre.kernel;

/** The provider that runs everywhere: loops in the forms that HotSpot turns into vector code by itself. */
final class PlainKernels extends AbstractProducts {
    static final AbstractKernels INSTANCE = new PlainKernels();

    /** Where a layer's outputs and its samples are both this few, the padded rows of {@link PlainProduct} are mostly padding. */
    private static final int NARROW = 16;

    @Override
    Convolver newConvolver(Scratch scratch) {
        return PlainConvolver.of(this, scratch);
    }

    @Override
    Product newProduct(Scratch scratch) {
        return PlainProduct.of(this, scratch);
    }

    @Override
    void product(
            float[] a,
            int aRow,
            int aColumn,
            float[] b,
            int bRow,
            int bColumn,
            float[] start,
            float[] c,
            int m,
            int n,
            int k,
            Ending ending) {
        if (m < NARROW && n <= NARROW && aColumn == 1 && bRow == 1 && start != c) {
            FewRows.dense(a, b, start, c, m, k, n);
            ending.apply(this, c, 0, m, n);
        } else {
            Scratch.get().product(this).run(a, aRow, aColumn, b, bRow, bColumn, start, c, m, n, k, ending);
        }
    }

    @Override
    void arrange(PackedWeights to, float[] w) {
        to.rows = PlainSample.rows(w, to.in, to.out);
    }

    @Override
    void product(float[] x, PackedWeights w, float[] b, float[] y, int rows, Ending ending) {
        Scratch.get().product(this).run(x, w, b, y, rows, ending);
    }

    @Override
    void sample(Sample sample, int from, int to, Scratch own) {
        PlainSample.dense(sample, from, to, own);
    }

    @Override
    void map(float[] x, float[] y, int offset, int length, Activation f) {
        int end = offset + length;
        switch (f.kind) {
            case RELU -> {
                for (int i = offset; i < end; i++) {
                    // The same as Elementary.relu, in the form that becomes a vector instruction.
                    y[i] = Math.max(x[i], 0f);
                }
            }
            case SIGMOID -> {
                for (int i = offset; i < end; i++) {
                    y[i] = Elementary.sigmoid(x[i]);
                }
            }
            case TANH -> {
                for (int i = offset; i < end; i++) {
                    y[i] = Elementary.tanh(x[i]);
                }
            }
            default -> throw new IllegalArgumentException(f.toString());
        }
    }

    @Override
    void mapGradient(float[] y, float[] dy, float[] dx, int offset, int length, Activation f, float scale) {
        int end = offset + length;
        switch (f.kind) {
            case RELU -> PlainMasks.reluGradient(y, dy, dx, offset, length, scale);
            case SIGMOID -> {
                for (int i = offset; i < end; i++) {
                    dx[i] = Scalar.sigmoidGradient(y[i] / scale, dy[i]);
                }
            }
            case TANH -> {
                for (int i = offset; i < end; i++) {
                    dx[i] = Scalar.tanhGradient(y[i] / scale, dy[i]);
                }
            }
            default -> throw new IllegalArgumentException(f.toString());
        }
    }

    @Override
    Mask.Rows masks() {
        return PlainMasks.ROWS;
    }

    @Override
    void addRows(float[] x, float[] s, int rows, int columns, int from, int to) {
        float[] row = Scratch.get().row(to);
        for (int i = 0; i < rows; i++) {
            // A copy, because only arrays with one shared index become vector code.
            System.arraycopy(x, i * columns + from, row, from, to - from);
            for (int j = from; j < to; j++) {
                s[j] += row[j];
            }
        }
    }

    @Override
    void softmaxRow(float[] x, float[] y, int offset, int columns, Scratch scratch) {
        PlainRows.softmax(x, y, offset, columns, scratch);
    }

    @Override
    void softmaxGradientRow(float[] y, float[] dy, float[] dx, int offset, int columns, Scratch scratch) {
        PlainRows.softmaxGradient(y, dy, dx, offset, columns, scratch);
    }

    @Override
    void normalizeRow(float[] x, float[] y, int offset, float[] mean, float[] scale, float[] shift, int from, int to) {
        for (int f = from; f < to; f++) {
            y[offset + f] = Math.fma(x[offset + f] - mean[f], scale[f], shift[f]);
        }
    }

    @Override
    public void maxPoolGradient(float[] x, float[] dy, float[] dx, int planes, Window over, Activation f) {
        PoolingLoops.of(planes, over).through(f, this).run(PoolingLoops.Kind.MAX_GRADIENT, x, dy, dx);
    }

    @Override
    void normalizePlane(float[] x, float[] y, int offset, float mean, float scale, float shift, int inner) {
        for (int i = offset; i < offset + inner; i++) {
            y[i] = Math.fma(x[i] - mean, scale, shift);
        }
    }

    @Override
    void gradientPlane(
            float[] x,
            float[] dy,
            float[] dx,
            int offset,
            float mean,
            float slope,
            float scale,
            float shift,
            int inner) {
        for (int i = offset; i < offset + inner; i++) {
            dx[i] = Math.fma(x[i] - mean, slope, Math.fma(dy[i], scale, shift));
        }
    }

    @Override
    void partialSums(FeatureSums.Term term, float[] x, float[] dy, float m, int at, int whole, float[] partial) {
        switch (term) {
            case DIFFERENCE -> PlainPlanes.differences(x, m, at, whole, partial);
            case SQUARE -> PlainPlanes.squares(x, m, at, whole, partial);
            case PRODUCT -> PlainPlanes.products(x, dy, m, at, whole, partial);
        }
    }
}
