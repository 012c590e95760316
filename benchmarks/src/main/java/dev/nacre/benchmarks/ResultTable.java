package dev.nacre.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** What the rounds gave: the median and the best of all measured iterations of each benchmark. */
final class ResultTable {
    private static final String PEAK = "PeakBenchmark.multiplyAdds";

    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** One benchmark with its parameters. */
    private record Row(BenchmarkParams parameters, String unit, List<Double> scores) {
        double median() {
            List<Double> sorted = scores.stream().sorted().toList();
            int half = sorted.size() / 2;
            return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        }

        double best() {
            boolean more = parameters.getMode() == Mode.Throughput;
            return scores.stream().reduce(more ? Math::max : Math::min).orElse(Double.NaN);
        }

        String name() {
            String[] parts = parameters.getBenchmark().split("\\.", -1);
            return parts[parts.length - 2] + "." + parts[parts.length - 1];
        }
    }

    void add(Collection<RunResult> results) {
        for (RunResult result : results) {
            BenchmarkParams parameters = result.getParams();
            String unit = result.getPrimaryResult().getScoreUnit();
            Row row = rows.computeIfAbsent(parameters.id(), id -> new Row(parameters, unit, new ArrayList<>()));
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                for (IterationResult iteration : fork.getIterationResults()) {
                    row.scores.add(iteration.getPrimaryResult().getScore());
                }
            }
        }
    }

    @Override
    public String toString() {
        double peak = rows.values().stream()
                .filter(row -> row.name().equals(PEAK))
                .mapToDouble(row -> gigaflops(row, row.best()))
                .findFirst()
                .orElse(Double.NaN);
        StringBuilder table = new StringBuilder(
                "\n| work | median | best | unit | GFLOP/s, median | of one core's peak |\n|---|---|---|---|---|---|\n");
        for (Row row : rows.values()) {
            double rate = gigaflops(row, row.median());
            table.append(String.format(
                    Locale.ROOT,
                    "| %s%s | %s | %s | %s | %s | %s |%n",
                    row.name(),
                    parameters(row.parameters),
                    number(row.median()),
                    number(row.best()),
                    row.unit,
                    Double.isNaN(rate) ? "" : String.format(Locale.ROOT, "%.0f", rate),
                    Double.isNaN(rate / peak) ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * rate / peak)));
        }
        return table.toString();
    }

    private static String number(double score) {
        return String.format(Locale.ROOT, score >= 1000 ? "%,.0f" : "%.4g", score);
    }

    private static String parameters(BenchmarkParams parameters) {
        StringBuilder text = new StringBuilder();
        for (String key : parameters.getParamsKeys()) {
            text.append(' ').append(key).append('=').append(parameters.getParam(key));
        }
        return text.toString();
    }

    /** Of the products and of the peak, whose scores are microseconds; NaN for all else. */
    private static double gigaflops(Row row, double microseconds) {
        if (row.name().equals(PEAK)) {
            return PeakBenchmark.flops() / microseconds / 1000;
        }
        if (row.name().startsWith("ConvolutionBenchmark")) {
            return ConvolutionBenchmark.flops(row.parameters.getParam("shape")) / microseconds / 1000;
        }
        if (!row.name().startsWith("KernelBenchmark")) {
            return Double.NaN;
        }
        double flops = 2;
        for (String size : row.parameters.getParam("shape").split("x", -1)) {
            flops *= Integer.parseInt(size);
        }
        return flops / microseconds / 1000;
    }
}
