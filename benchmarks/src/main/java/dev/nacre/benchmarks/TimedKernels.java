package dev.nacre.benchmarks;

import dev.nacre.kernel.Kernels;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The kernels with a clock around each call, for networks of any size: the calls of a step come in one order, so their numbers are their names. */
final class TimedKernels {
    private final List<Call> calls = new ArrayList<>();
    private final int steps;
    private boolean counting;
    private int step;
    private int next;

    /** One call of a step. */
    private record Call(String operation, String place, long[] nanoseconds) {}

    private TimedKernels(int steps) {
        this.steps = steps;
    }

    /** Puts itself before the kernels of all networks that are made from now on: by reflection, because the runtime has no door for it. */
    static TimedKernels install(int steps) {
        TimedKernels timed = new TimedKernels(steps);
        Kernels kernels = Kernels.get();
        Kernels proxy = (Kernels) Proxy.newProxyInstance(
                TimedKernels.class.getClassLoader(),
                new Class<?>[] {Kernels.class},
                (self, method, arguments) -> timed.call(kernels, method, arguments));
        try {
            Field fastest = Class.forName("dev.nacre.kernel.KernelProvider").getDeclaredField("fastest");
            fastest.setAccessible(true);
            fastest.set(null, proxy);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the runtime has changed: where does it keep its kernels?", e);
        }
        return timed;
    }

    /** Calls from here on belong to this step; those of steps below 0 are not kept. */
    void begin(int number) {
        counting = true;
        step = number;
        next = 0;
    }

    /** Calls from here on belong to no step. */
    void end() {
        counting = false;
    }

    private Object call(Kernels kernels, Method method, Object[] arguments) throws Throwable {
        if (counting && next == calls.size()) {
            calls.add(new Call(method.getName(), caller(), new long[steps]));
        }
        long start = System.nanoTime();
        try {
            return method.invoke(kernels, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            long time = System.nanoTime() - start;
            if (counting) {
                Call at = calls.get(next++);
                if (!at.operation.equals(method.getName())) {
                    throw new IllegalStateException(method.getName() + " where " + at.operation + " was before");
                }
                if (step >= 0) {
                    at.nanoseconds[step] = time;
                }
            }
        }
    }

    /** The generated method, such as {@code ResNet20_Block16 forwardInner}. */
    private static String caller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().endsWith("Network"))
                        .findFirst()
                        .map(frame ->
                                frame.getClassName().replaceAll(".*\\.|Network$", "") + " " + frame.getMethodName())
                        .orElse("elsewhere"));
    }

    /** @return medians in microseconds, summed over the calls of one operation */
    Map<String, Double> operations() {
        Map<String, Double> sums = new TreeMap<>();
        calls.forEach(call -> sums.merge(call.operation, median(call.nanoseconds), Double::sum));
        return sums;
    }

    /** @return the same for each place and operation; repeated blocks are added up */
    Map<String, Double> places() {
        Map<String, Double> sums = new TreeMap<>();
        calls.forEach(call -> sums.merge(call.place + " " + call.operation, median(call.nanoseconds), Double::sum));
        return sums;
    }

    static double median(long[] nanoseconds) {
        long[] sorted = nanoseconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e3;
    }
}
