package dev.nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("vector")
class KernelProviderTest {
    private static final Optional<String> REFUSAL = Optional.of("the module jdk.incubator.vector is not loaded");

    @Test
    void theFastestIsChosenOnce() {
        boolean vector = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertEquals(
                vector ? "VectorKernels" : "PlainKernels",
                Kernels.get().getClass().getSimpleName());
        assertSame(Kernels.get(), Kernels.get());
    }

    @Test
    void withoutTheModuleThePlainOneRuns() {
        assertInstanceOf(PlainKernels.class, KernelProvider.choose(null, REFUSAL));
        assertInstanceOf(PlainKernels.class, KernelProvider.choose("plain", REFUSAL));
        assertInstanceOf(PlainKernels.class, KernelProvider.choose("plain", Optional.empty()));
    }

    @Test
    void forcingWhatCannotRunSaysWhyAndWhatToDo() {
        Exception e = assertThrows(IllegalStateException.class, () -> KernelProvider.choose("vector", REFUSAL));
        assertEquals(
                "system property nacre.kernels is \"vector\", but the module jdk.incubator.vector is not loaded;"
                        + " start java with --add-modules jdk.incubator.vector, or remove the property",
                e.getMessage());
    }

    @Test
    void anUnknownProviderIsRefused() {
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> KernelProvider.choose("fast", Optional.empty()));
        assertEquals(
                "system property nacre.kernels is \"fast\", but must be \"plain\" or \"vector\"; remove it to take"
                        + " the faster one",
                e.getMessage());
    }

    @Test
    void theRefusalNamesTheModule() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            assertTrue(KernelProvider.refusal().isEmpty());
        } else {
            assertEquals(REFUSAL, KernelProvider.refusal());
        }
    }

    @Test
    void theVectorWidthIsTheOneAskedFor() {
        assumeTrue(KernelProvider.refusal().isEmpty());
        int asked = KernelProvider.requestedBits();
        int bits = Providers.vectorBits();
        assertEquals(asked == 0 ? bits : asked, bits);
        assertTrue(bits == 128 || bits == 256 || bits == 512);
    }

    @Test
    void anUnknownWidthIsRefused() {
        String old = System.getProperty(KernelProvider.BITS_PROPERTY);
        System.setProperty(KernelProvider.BITS_PROPERTY, "333");
        try {
            Exception e = assertThrows(IllegalArgumentException.class, KernelProvider::requestedBits);
            assertEquals(
                    "system property nacre.vector.bits is \"333\", but must be 128, 256 or 512; remove it to use the"
                            + " machine's own width",
                    e.getMessage());
        } finally {
            if (old == null) {
                System.clearProperty(KernelProvider.BITS_PROPERTY);
            } else {
                System.setProperty(KernelProvider.BITS_PROPERTY, old);
            }
        }
    }
}
