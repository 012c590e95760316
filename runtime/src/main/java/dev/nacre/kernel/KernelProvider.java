package dev.nacre.kernel;

import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Chooses the arithmetic once: the Vector API where the virtual machine was started with it, else plain Java, with one
 * log line that says why. The system property {@code nacre.kernels}, {@code plain} or {@code vector}, forces one;
 * {@code nacre.vector.bits}, 128, 256 or 512, sets the vector width instead of the machine's own.
 */
final class KernelProvider {
    static final String BITS_PROPERTY = "nacre.vector.bits";
    private static final String MODULE = "jdk.incubator.vector";
    private static final String ADVICE = "start java with --add-modules " + MODULE;

    /** Milliseconds. */
    private static final int LOG_DELAY = 100;

    private static volatile Kernels fastest;

    private KernelProvider() {}

    /**
     * @throws IllegalArgumentException if a system property has a value that is not allowed
     * @throws IllegalStateException if the vector provider is forced and cannot run
     */
    static Kernels fastest() {
        Kernels kernels = fastest;
        return kernels != null ? kernels : chooseOnce();
    }

    private static synchronized Kernels chooseOnce() {
        if (fastest == null) {
            fastest = choose(System.getProperty(Kernels.PROPERTY), refusal());
        }
        return fastest;
    }

    /**
     * @param forced the value of the system property, or null
     * @param refusal why the Vector API cannot be used, or nothing
     */
    static Kernels choose(String forced, Optional<String> refusal) {
        if (forced == null) {
            if (refusal.isPresent()) {
                log("plain Java kernels, because " + refusal.get() + "; for faster ones " + ADVICE);
                return plain();
            }
            return vector();
        }
        return switch (forced) {
            case "plain" -> plain();
            case "vector" -> {
                if (refusal.isPresent()) {
                    throw new IllegalStateException("system property " + Kernels.PROPERTY + " is \"vector\", but "
                            + refusal.get() + "; " + ADVICE + ", or remove the property");
                }
                yield vector();
            }
            default ->
                throw new IllegalArgumentException("system property " + Kernels.PROPERTY + " is \"" + forced
                        + "\", but must be \"plain\" or \"vector\"; remove it to take the faster one");
        };
    }

    /**
     * A moment later, in a thread that ends with it: to load most loggers takes longer than a first prediction. A program
     * that is over by then has no use for the advice.
     */
    private static void log(String line) {
        Runnable late = new Runnable() {
            @Override
            public void run() {
                try {
                    Thread.sleep(LOG_DELAY);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                System.getLogger(KernelProvider.class.getPackageName()).log(Level.INFO, line);
            }
        };
        Thread thread = new Thread(null, late, "nacre-log", 0, false);
        thread.setDaemon(true);
        thread.start();
    }

    /** @return why the Vector API cannot be used here, or nothing where it can */
    static Optional<String> refusal() {
        Module module = vectorModule();
        if (module == null) {
            return Optional.of("the module " + MODULE + " is not loaded");
        }
        // Not "requires static": javac would warn of an incubating module whoever requires this one, beyond what -Xlint
        // can silence.
        KernelProvider.class.getModule().addReads(module);
        return Optional.empty();
    }

    /** The module or null; ModuleLayer's own search streams where it finds nothing, which takes a new program milliseconds. */
    private static Module vectorModule() {
        for (Module module : ModuleLayer.boot().modules()) {
            if (MODULE.equals(module.getName())) {
                return module;
            }
        }
        return null;
    }

    static AbstractKernels plain() {
        return PlainKernels.INSTANCE;
    }

    /**
     * Only where {@link #refusal} is empty.
     *
     * @throws IllegalArgumentException if the system property of the width has a value that is not allowed
     */
    static Kernels vector() {
        // Read here first, so that a wrong value is told as it is and not from a static initialiser.
        requestedBits();
        return VectorKernels.INSTANCE;
    }

    /** @return the vector width that the system property asks for, or 0 where it is not set */
    static int requestedBits() {
        String value = System.getProperty(BITS_PROPERTY);
        if (value == null) {
            return 0;
        }
        return switch (value) {
            case "128", "256", "512" -> Integer.parseInt(value);
            default ->
                throw new IllegalArgumentException("system property " + BITS_PROPERTY + " is \"" + value
                        + "\", but must be 128, 256 or 512; remove it to use the machine's own width");
        };
    }
}
