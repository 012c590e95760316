package dev.nacre.kernel;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Named;

/** The providers that the running virtual machine has: plain Java always, the Vector API where its module is loaded. */
final class Providers {
    private Providers() {}

    static List<Named<Kernels>> all() {
        List<Named<Kernels>> all = new ArrayList<>();
        all.add(Named.of("plain", KernelProvider.plain()));
        if (KernelProvider.refusal().isEmpty()) {
            all.add(Named.of("vector " + vectorBits(), KernelProvider.vector()));
        }
        return all;
    }

    static int vectorBits() {
        return VectorWidth.FLOATS.vectorBitSize();
    }
}
