package dev.nacre.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks, with JMH's own options, and prints what they gave as a table in Markdown. All benchmarks run once in
 * every round, so that competitors take turns and a busy minute of the machine hits all of them.
 */
public final class Benchmarks {
    private static final String ROUNDS = "--rounds";

    private Benchmarks() {}

    /**
     * @param arguments {@code --rounds 3} (1 unless given), then JMH's: a regular expression of what to run, {@code -f}
     *     forks, {@code -p threads=1}, ...
     */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        List<String> rest = new ArrayList<>(Arrays.asList(arguments));
        int rounds = rounds(rest);
        CommandLineOptions given = new CommandLineOptions(rest.toArray(String[]::new));
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
        ResultTable table = new ResultTable();
        for (int round = 1; round <= rounds; round++) {
            double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
            System.out.printf(
                    Locale.ROOT, "%n# Round %d of %d; load of the machine before it: %.1f%n", round, rounds, load);
            table.add(new Runner(options.build()).run());
        }
        System.out.println(table);
    }

    private static int rounds(List<String> arguments) {
        int at = arguments.indexOf(ROUNDS);
        if (at < 0) {
            return 1;
        }
        if (at + 1 == arguments.size() || !arguments.get(at + 1).matches("[1-9][0-9]{0,2}")) {
            throw new IllegalArgumentException(ROUNDS + " takes a number of rounds, from 1 to 999");
        }
        arguments.remove(at);
        return Integer.parseInt(arguments.remove(at));
    }
}
