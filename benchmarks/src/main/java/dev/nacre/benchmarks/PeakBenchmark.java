package dev.nacre.benchmarks;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The limit: fused multiply-adds on vectors that never leave the registers, one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PeakBenchmark {
    /** Vector operations in one call. */
    static final int OPERATIONS = 12 * 10_000;

    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

    private float factor = 0.999f;

    /** @return the floating point operations of one call of {@link #multiplyAdds} */
    static double flops() {
        return 2.0 * OPERATIONS * FLOATS.length();
    }

    @Benchmark
    public float multiplyAdds() {
        FloatVector m = FloatVector.broadcast(FLOATS, factor);
        FloatVector a = FloatVector.broadcast(FLOATS, 1f - factor);
        FloatVector v0 = a;
        FloatVector v1 = a;
        FloatVector v2 = a;
        FloatVector v3 = a;
        FloatVector v4 = a;
        FloatVector v5 = a;
        FloatVector v6 = a;
        FloatVector v7 = a;
        FloatVector v8 = a;
        FloatVector v9 = a;
        FloatVector v10 = a;
        FloatVector v11 = a;
        for (int i = 0; i < OPERATIONS / 12; i++) {
            v0 = v0.fma(m, a);
            v1 = v1.fma(m, a);
            v2 = v2.fma(m, a);
            v3 = v3.fma(m, a);
            v4 = v4.fma(m, a);
            v5 = v5.fma(m, a);
            v6 = v6.fma(m, a);
            v7 = v7.fma(m, a);
            v8 = v8.fma(m, a);
            v9 = v9.fma(m, a);
            v10 = v10.fma(m, a);
            v11 = v11.fma(m, a);
        }
        FloatVector sum = v0.add(v1).add(v2).add(v3).add(v4).add(v5);
        return sum.add(v6).add(v7).add(v8).add(v9).add(v10).add(v11).lane(0);
    }
}
