package dev.nacre.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks, with JMH's own options, and prints what they gave as a table in Markdown. */
public final class Benchmarks {
    private Benchmarks() {}

    /** @param arguments JMH's: a regular expression of what to run, {@code -f} forks, {@code -p threads=1}, ... */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        CommandLineOptions given = new CommandLineOptions(arguments);
        OptionsBuilder options = new OptionsBuilder();
        options.parent(given);
        if (!given.getForkCount().hasValue()) {
            options.forks(1);
        }
        if (!given.getWarmupIterations().hasValue()) {
            options.warmupIterations(5).warmupTime(TimeValue.seconds(1));
        }
        if (!given.getMeasurementIterations().hasValue()) {
            options.measurementIterations(5).measurementTime(TimeValue.seconds(1));
        }
        System.out.println(table(new Runner(options.build()).run()));
    }

    private static String table(Collection<RunResult> results) {
        double peak = results.stream()
                .filter(result -> name(result).equals("PeakBenchmark.multiplyAdds"))
                .mapToDouble(result -> PeakBenchmark.flops() / score(result) / 1000)
                .findFirst()
                .orElse(Double.NaN);
        StringBuilder table =
                new StringBuilder("\n| work | score | unit | GFLOP/s | of one core's peak |\n|---|---|---|---|---|\n");
        for (RunResult result : results) {
            double rate = gigaflops(result);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s %s| %.4g ± %.2g | %s | %s | %s |%n",
                    name(result),
                    parameters(result),
                    score(result),
                    result.getPrimaryResult().getScoreError(),
                    result.getPrimaryResult().getScoreUnit(),
                    Double.isNaN(rate) ? "" : String.format(Locale.ROOT, "%.0f", rate),
                    Double.isNaN(rate / peak) ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * rate / peak)));
        }
        return table.toString();
    }

    private static String name(RunResult result) {
        String[] parts = result.getParams().getBenchmark().split("\\.", -1);
        return parts[parts.length - 2] + "." + parts[parts.length - 1];
    }

    private static String parameters(RunResult result) {
        BenchmarkParams parameters = result.getParams();
        List<String> texts = new ArrayList<>();
        for (String key : parameters.getParamsKeys()) {
            texts.add(key + "=" + parameters.getParam(key) + " ");
        }
        return String.join("", texts);
    }

    private static double score(RunResult result) {
        Result<?> primary = result.getPrimaryResult();
        return primary.getScore();
    }

    /** Of the products and of the peak; NaN for all else. */
    private static double gigaflops(RunResult result) {
        String name = name(result);
        if (name.startsWith("PeakBenchmark")) {
            return PeakBenchmark.flops() / score(result) / 1000;
        }
        if (!name.startsWith("KernelBenchmark")) {
            return Double.NaN;
        }
        double flops = 2;
        for (String size : result.getParams().getParam("shape").split("x", -1)) {
            flops *= Integer.parseInt(size);
        }
        return flops / score(result) / 1000;
    }
}
